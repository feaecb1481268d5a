import type { Answer, caseEndpoints } from '@yitang/contract';
import { civilDateAt } from '@yitang/domain/calendar';
import { hashLinkToken } from '../../../platform/crypto/index.ts';
import { FileAnswer, type Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { drawQr } from '../../material/index.ts';
import { Case } from '../case.entity.ts';
import { getDirectory } from '../directory.ts';
import { holdingDepartment } from '../view/find-holders.ts';
import { trackPathOf } from './track-link.ts';

/**
 * How far a case is, for whoever has its receipt: neither whose it is nor what it is about.
 * @throws ProblemError `record.not-found`, `request.too-many`
 */
export async function trackCase(call: Call, token: string): Promise<Answer<typeof caseEndpoints.trackCase>> {
  const { deps, em, principal } = call;
  await deps.limits.passSensitive('case.track', { address: principal.address });
  const current = await em.findOne(Case, { trackHash: hashLinkToken(token) }, { disableIdentityMap: true });
  if (current === null) throw problem('record.not-found');
  return {
    status: current.status,
    submittedOn: civilDateAt(current.submittedAt, deps.config.timeZone),
    dueDate: current.dueOn ?? null,
    isWaitingForCalendar: typeof current.waitsForYear === 'number',
    office: holdingDepartment(await getDirectory(deps), current),
  };
}

/** @throws ProblemError `record.not-found` for somebody else's case as for none (R-AUTHZ-2) */
export async function drawTrackCode({ deps, em, principal }: Call, caseId: string): Promise<FileAnswer> {
  const { personId = '' } = principal;
  const current = await em.findOne(Case, { id: caseId, personId }, { disableIdentityMap: true });
  const path = current === null ? null : trackPathOf(deps.crypto, current);
  if (path === null) throw problem('record.not-found');
  return new FileAnswer({
    content: Buffer.from(drawQr(deps.config.origin + path)),
    mediaType: 'image/svg+xml',
    fileName: 'track.svg',
    disposition: 'inline',
  });
}
