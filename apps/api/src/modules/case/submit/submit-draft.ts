import { decideSubmission, type Submission } from '@yitang/domain/case';
import type { CaseStatus } from '@yitang/domain/vocabulary';
import { formatCaseNumber } from '@yitang/domain/numbering';
import { isUniqueViolation, type Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { numberPrefix } from '../case-number.ts';
import { applicationField, refusalProblem } from '../case-problem.ts';
import { getDirectory, type Directory } from '../directory.ts';
import { todayIn, type DraftFacts } from '../draft/draft-context.ts';
import { applicationOf, draftIssue, draftState } from '../draft/draft-state.ts';
import { submittedMatter } from '../matter-rules.ts';
import { loadDraftToSubmit } from './load-draft-to-submit.ts';
import { writeNewCase } from './write-new-case.ts';

export interface Submitted {
  caseId: string;
  number: string;
  status: CaseStatus;
  dueDate: string | null;
}

const mostAttempts = 3;

/**
 * Makes a case of a draft: one transaction with its event, its audit entry, its notices; one case however often and under
 * however many keys it is sent. The draft stays when it is refused.
 */
export async function submitDraft(call: Call, draftId: string): Promise<Submitted> {
  const directory = await getDirectory(call.deps, call.em);
  const number = await takeNumber(call);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call.deps.runCommand(call, { name: 'case.submit' }, (tx) =>
        submit(call, tx, { draftId, directory, number }),
      );
    } catch (error) {
      // The same draft under another key at the same moment: look again, and find the case that it became.
      if (!isUniqueViolation(error) || attempt >= mostAttempts) throw error;
    }
  }
}

/** 办件编号. Gaps are allowed: a refused submission leaves one. */
async function takeNumber({ deps, now }: Call): Promise<string> {
  const date = todayIn(deps, now);
  const serial = await deps.numbers.next(`case:${date.replaceAll('-', '')}`);
  return formatCaseNumber({ prefix: numberPrefix, date, serial });
}

interface Subject {
  readonly draftId: string;
  readonly directory: Directory;
  readonly number: string;
}

async function submit(call: Call, tx: Tx, { draftId, directory, number }: Subject): Promise<Submitted> {
  const asker = { principal: tx.principal, deps: call.deps, now: tx.now };
  const found = await loadDraftToSubmit(tx.em, asker, { draftId, directory });
  if ('became' in found) {
    audit(tx, { caseId: draftId, isNew: false, after: { number: found.became.number, isRepeat: true } });
    return found.became;
  }
  const { context } = found;
  const moment = { now: tx.now, office: directory.office() };
  const submission = decide(call, context, moment);
  const written = await writeNewCase(tx, call.deps, { context, submission, directory, number, moment });
  const { matter } = context;
  audit(tx, {
    caseId: draftId,
    isNew: true,
    after: { number, matter: matter.code, version: matter.version, status: written.status, event: written.lastHash },
  });
  return { caseId: draftId, number, status: written.status, dueDate: written.dueOn };
}

/** @throws ProblemError with every issue */
function decide(call: Call, context: DraftFacts, moment: Parameters<typeof decideSubmission>[0]['moment']): Submission {
  const { locale } = call.principal;
  const { draft, matter, preconditions } = context;
  if (context.isOutdated) throw problem('catalog.not-in-force', { issues: draftState(context, locale).issues });
  const decision = decideSubmission({
    personId: draft.personId,
    draft: { ownerId: draft.personId },
    matter: submittedMatter(matter),
    route: matter.route.definition,
    application: applicationOf(context),
    preconditions,
    moment,
  });
  if (!decision.ok) {
    const wording = { locale, fieldOf: applicationField, otherwise: 'case.incomplete' } as const;
    const { code } = refusalProblem(decision.refusals, wording);
    throw problem(code, { issues: decision.refusals.map((refusal) => draftIssue(context, refusal, locale)) });
  }
  // Nothing is wrong, and still a page may never have been looked at: the order of pages can't be skipped (R-IN-2).
  if (!draftState(context, locale).isReady) throw problem('case.incomplete');
  return decision;
}

function audit(tx: Tx, { caseId, isNew, after }: { caseId: string; isNew: boolean; after: object }): void {
  tx.audit({
    action: 'case.submit',
    chain: `case:${caseId}`,
    target: { type: 'case', id: caseId },
    outcome: 'done',
    after,
    ...(isNew && { startsChain: true }),
  });
}
