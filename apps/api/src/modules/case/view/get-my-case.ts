import type { CaseData } from '@yitang/contract';
import { availableActions } from '@yitang/domain/case';
import type { CaseAction } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { findAnsweredCases, findRating } from '../../feedback/index.ts';
import { findCertificate } from '../../material/index.ts';
import { applicantActor } from '../actors.ts';
import { getDirectory, type Directory } from '../directory.ts';
import { answerGroups } from '../form/answer-lines.ts';
import { formOf } from '../matter-rules.ts';
import { findCase, type CaseSources, type LoadedCase } from '../record/load-case.ts';
import { currentFiles, listCaseFiles, presentCaseFiles } from './case-files.ts';
import { stationsOf } from './case-progress.ts';
import { presentCaseSummary } from './case-summary.ts';
import { presentCorrection } from './correction.presenter.ts';
import { findDecision } from './find-decision.ts';
import { findExtensions } from './find-extensions.ts';
import { findSuspension } from './find-suspension.ts';
import { trackPathOf } from '../track/track-link.ts';
import { mayRateNow } from './may-rate-now.ts';

/** @throws ProblemError `record.not-found` for somebody else's case as for none (R-AUTHZ-2); the look is logged */
export async function requireOwnCase(
  em: Em,
  deps: CaseSources,
  of: { caseId: string; personId: string | undefined },
): Promise<LoadedCase> {
  const loaded = await findCase(em, deps, of.caseId);
  if (loaded === undefined || loaded.current.personId !== of.personId) throw problem('record.not-found');
  return loaded;
}

/** An own case: where it is, who holds it, until when. */
export async function getMyCase(call: Call, caseId: string): Promise<CaseData> {
  const directory = await getDirectory(call.deps);
  const loaded = await requireOwnCase(call.em, call.deps, { caseId, personId: call.principal.personId });
  return presentMyCase(call, loaded, directory);
}

export async function presentMyCase(call: Call, loaded: LoadedCase, directory: Directory): Promise<CaseData> {
  const { em, principal, now } = call;
  const { current, matter, answers, corrections, facts } = loaded;
  const files = await listCaseFiles(em, loaded);
  const certificate = matter.layout === null ? undefined : await findCertificate(em, current.id);
  const { locale } = principal;
  const canRate = mayRateNow(call, current);
  const rating = current.decidedAt instanceof Date ? await findRating(em, current.id, locale) : undefined;
  const asksForRating = canRate && rating === undefined && !(await findAnsweredCases(em, [current.id])).has(current.id);
  return {
    ...presentCaseSummary(current, { directory, hasCertificate: certificate !== undefined, asksForRating }),
    stations: stationsOf(loaded, { directory, now, locale }),
    answers: answerGroups(formOf(matter), answers, { isMasked: false, locale }),
    materials: presentCaseFiles(currentFiles(files, corrections), loaded),
    correction: presentCorrection(loaded, files, { directory, now, locale }),
    suspension: await findSuspension(em, loaded),
    extensions: await findExtensions(em, loaded),
    decision: await findDecision(em, loaded),
    certificate:
      certificate === undefined
        ? null
        : {
            number: certificate.number,
            verifyPath: certificate.verifyPath,
            issuedAt: certificate.issuedAt.toISOString(),
            isRevoked: certificate.isRevoked,
          },
    isCertificatePending: current.status === 'approved' && matter.layout !== null && certificate === undefined,
    availableActions: [
      ...availableActions(facts, applicantActor(principal)).filter(isOffered),
      ...(canRate ? (['rate'] as const) : []),
    ],
    version: current.version,
    trackPath: trackPathOf(call.deps.crypto, current),
    rating: rating ?? null,
  };
}

const offered: ReadonlySet<CaseAction> = new Set(['supply-correction', 'withdraw']);
const isOffered = (action: CaseAction): boolean => offered.has(action);
