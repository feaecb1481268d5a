import { addWorkdays, dueOn, type Due, type Moment, receivedOn, today } from '../calendar/index.ts';
import type { Interval } from '../clock/index.ts';
import { isInForce, type PreconditionResult } from '../catalog/index.ts';
import type { Answers } from '../form/index.ts';
import type { RouteDefinition } from '../route/index.ts';
import type { CivilDate, Refusal, Refused } from '../vocabulary/index.ts';
import { type Application, findApplicationIssues, normalisedAnswers, owedMaterialsOf } from './application.ts';
import { openInterval } from './case-decision.ts';
import type { CaseEvent, EventActor } from './case-event.ts';
import { type CaseState, isInstant, postsOf } from './case-facts.ts';

/** A draft about to become a case, with all that the rules ask about it. */
export interface SubmissionInput {
  readonly personId: string;
  readonly draft: { readonly ownerId: string };
  readonly matter: SubmittedMatter;
  readonly route: RouteDefinition;
  readonly application: Application;
  /** As looked up now, not when the form was opened. */
  readonly preconditions: readonly PreconditionResult[];
  readonly moment: Moment;
}

/** The version of the matter that the draft was filled in under. */
export interface SubmittedMatter {
  readonly isWithdrawn: boolean;
  readonly from: CivilDate;
  /** Last day; null while it has none. */
  readonly until: CivilDate | null;
  /** Working days. */
  readonly promisedDays: number;
  readonly acceptanceDays: number;
}

export interface Submission extends CaseState {
  readonly ok: true;
  readonly answers: Answers;
  readonly intervals: readonly Interval[];
  /** Last day of the promise if the case is accepted on the day of receipt; of an instant matter, today. */
  readonly due: Due;
  /** Last day for the decision whether to accept. */
  readonly actBy: Due;
  readonly events: readonly CaseEvent[];
}

/** Is it theirs, is it complete, what follows, when is it due. Never refused because a calendar year is unpublished. */
export function decideSubmission(input: SubmissionInput): Submission | Refused {
  const refusals = refusalsOf(input);
  if (refusals.length > 0) return { ok: false, refusals };
  const day = today(input.moment);
  const answers = normalisedAnswers(input.application, day);
  const owedMaterials = owedMaterialsOf(input.application, day);
  return isInstant(input.route) ? decidedAtOnce(input, answers) : received(input, { answers, owedMaterials });
}

function refusalsOf({
  personId,
  draft,
  matter,
  application,
  preconditions,
  moment,
}: SubmissionInput): readonly Refusal[] {
  // Of a stranger's draft nothing else is said.
  if (draft.ownerId !== personId) return [{ code: 'draft.not-yours' }];
  const day = today(moment);
  const refusals: Refusal[] = [];
  if (matter.isWithdrawn) refusals.push({ code: 'matter.withdrawn' });
  else if (!isInForce(matter, day)) refusals.push({ code: 'matter.not-in-force' });
  for (const { key, state } of preconditions) {
    if (state !== 'met') refusals.push({ code: `precondition.${state}`, field: key });
  }
  return [...refusals, ...findApplicationIssues(application, day)];
}

function received(
  { personId, matter, route, moment }: SubmissionInput,
  { answers, owedMaterials }: { answers: Answers; owedMaterials: readonly string[] },
): Submission {
  const at = moment.now;
  const receipt = receivedOn(at, moment.office);
  const after = (days: number): Due =>
    receipt.on === null ? receipt : addWorkdays(moment.office.calendar, receipt.on, days);
  return {
    ok: true,
    ...newCase,
    status: 'submitted',
    owedMaterials,
    answers,
    intervals: postsOf(route.stages[0]).map((post) => openInterval(at, post, { kind: 'intake' })),
    due: after(matter.promisedDays),
    actBy: after(matter.acceptanceDays),
    events: [{ type: 'submitted', at, by: applicant(personId), owedMaterials }],
  };
}

/** Instant matters: the preconditions are all there is to decide, so received, accepted and approved are one instant. */
function decidedAtOnce({ personId, moment }: SubmissionInput, answers: Answers): Submission {
  const at = moment.now;
  const on = today(moment);
  const by: EventActor = { kind: 'system', personId: null, post: null };
  return {
    ok: true,
    ...newCase,
    status: 'approved',
    acceptanceKind: 'full',
    acceptedOn: on,
    answers,
    intervals: [],
    due: dueOn(on),
    actBy: dueOn(on),
    events: [
      { type: 'submitted', at, by: applicant(personId), owedMaterials: [] },
      { type: 'accepted', at, by, kind: 'full', on, note: null },
      { type: 'approved', at, by, note: null },
    ],
  };
}

const newCase = {
  stageIndex: 0,
  acceptanceKind: null,
  acceptedOn: null,
  correctionRounds: 0,
  openCorrection: null,
  owedMaterials: [],
  extensionDays: 0,
  openExtension: null,
} as const satisfies Partial<CaseState>;

function applicant(personId: string): EventActor {
  return { kind: 'applicant', personId, post: null };
}
