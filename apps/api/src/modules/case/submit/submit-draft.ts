import { decideSubmission, type Submission } from '@yitang/domain/case';
import type { CaseStatus } from '@yitang/domain/vocabulary';
import { formatCaseNumber } from '@yitang/domain/numbering';
import type { AuditInput } from '../../../platform/audit/index.ts';
import { isUniqueViolation, type Addition } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { numberPrefix } from '../case-number.ts';
import { applicationField, refusalProblem } from '../case-problem.ts';
import { getDirectory, type Directory } from '../directory.ts';
import { todayIn, type DraftFacts } from '../draft/draft-context.ts';
import { applicationOf, draftIssue, draftState } from '../draft/draft-state.ts';
import { submittedMatter } from '../matter-rules.ts';
import { addCase } from './add-case.ts';
import { findCaseOfDraft, loadDraftToSubmit } from './load-draft-to-submit.ts';

export interface Submitted {
  caseId: string;
  number: string;
  status: CaseStatus;
  dueDate: string | null;
}

const command = 'case.submit';
const mostAttempts = 3;

/**
 * Makes a case of a draft: one transaction with its event, its audit entry, its notices; one case however often and under
 * however many keys it is sent. The draft stays when it is refused.
 */
export async function submitDraft(call: Call, draftId: string): Promise<Submitted> {
  const directory = await getDirectory(call.deps);
  const number = await takeNumber(call);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const submitted = await call.deps.runAddition(call, { name: command }, (addition) =>
        submit(call, addition, { draftId, directory, number }),
      );
      return submitted ?? (await findAgain(call, draftId));
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

/** undefined: the draft has become a case before. */
async function submit(
  call: Call,
  addition: Addition,
  { draftId, directory, number }: Subject,
): Promise<Submitted | undefined> {
  const { principal, now } = addition;
  const context = await loadDraftToSubmit(addition.em, { principal, deps: call.deps, now }, { draftId, directory });
  if (context === undefined) return undefined;
  const moment = { now, office: directory.office() };
  const submission = decide(call, context, moment);
  const { status, dueOn, lastHash } = addCase(addition, call.deps, { context, submission, directory, number, moment });
  const { code, version } = context.matter;
  addition.audit(entryOf(draftId, { number, matter: code, version, status, event: lastHash }));
  return { caseId: draftId, number, status, dueDate: dueOn };
}

/** Sent once more under another key: that it was is recorded, and the answer is the first one. */
function findAgain(call: Call, draftId: string): Promise<Submitted> {
  return call.deps.runCommand(call, { name: command }, async (tx) => {
    const became = await findCaseOfDraft(tx.em, draftId, tx.principal);
    tx.audit(entryOf(draftId, { number: became.number, isRepeat: true }));
    return became;
  });
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

const entryOf = (caseId: string, after: object): AuditInput => ({
  action: command,
  chain: `case:${caseId}`,
  target: { type: 'case', id: caseId },
  outcome: 'done',
  after,
});
