import {
  decideDeliver,
  defaultCorrectionDays,
  type CaseEvent,
  type CaseFacts,
  type Submission,
} from '@yitang/domain/case';
import type { Moment } from '@yitang/domain/calendar';
import type { CaseStatus } from '@yitang/domain/vocabulary';
import { filesOfNewCase } from '../../material/index.ts';
import type { Addition } from '../../../platform/command/index.ts';
import type { Deps } from '../../../platform/endpoint/index.ts';
import { systemActor, systemLabel } from '../actors.ts';
import { countedOn } from '../counter/counted-on.ts';
import type { Directory } from '../directory.ts';
import { heldInterval } from '../held-interval.ts';
import { correctionDays, promisedDays, submittedMatter } from '../matter-rules.ts';
import { enqueueCertificate, needsNoDelivery, notifyApplicant } from '../notify.ts';
import { stateColumns, type Decided } from '../record/case-columns.ts';
import { chainEvents } from '../record/event-chain.ts';
import { snakeRow } from '../record/snake-row.ts';
import { inboxOf } from '../record/write-decision.ts';
import { sealAnswers } from '../sealed-answers.ts';
import { trackHashOf } from '../track/track-link.ts';
import type { DraftToSubmit } from './load-draft-to-submit.ts';

export interface NewCase {
  readonly context: DraftToSubmit;
  readonly submission: Submission;
  readonly directory: Directory;
  readonly number: string;
  readonly moment: Moment;
}

export interface AddedCase {
  readonly status: CaseStatus;
  readonly dueOn: string | null;
  readonly lastHash: string;
}

/** The case, its first events, its files, its notices. */
export function addCase(addition: Addition, deps: Pick<Deps, 'crypto'>, fresh: NewCase): AddedCase {
  const { context, submission } = fresh;
  const { draft, applicant, today, filesInAll } = context;
  const outcome = withDelivery(fresh);
  addition.insert('cases', [snakeRow(caseRow(deps, fresh, outcome))]);
  const entries = outcome.events.map((event) => ({
    event,
    label: event.by.kind === 'system' ? systemLabel : applicant.name,
    counted: countedOn(event, today, outcome.decided.acceptedOn),
  }));
  const events = chainEvents(draft.id, entries);
  addition.insert(
    'case_events',
    events.map((event) => ({ ...event })),
  );
  if (filesInAll > 0) addition.take(filesOfNewCase(draft.id, filesInAll));
  announce(addition, fresh, outcome);
  return { status: outcome.decided.status, dueOn: submission.due.on, lastHash: events.at(-1)?.hash ?? '' };
}

interface Outcome {
  readonly decided: Decided;
  readonly events: readonly CaseEvent[];
}

/** An instant matter whose decision is all the result there is, is delivered with it. */
function withDelivery({ context, submission, moment }: NewCase): Outcome {
  const { events } = submission;
  if (submission.status !== 'approved' || !needsNoDelivery(context.matter)) return { decided: submission, events };
  const { promisedDays: promised, acceptanceDays } = submittedMatter(context.matter);
  const facts: CaseFacts = {
    ...submission,
    version: 1,
    route: context.matter.route.definition,
    promisedDays: promised,
    acceptanceDays,
    correctionDays: defaultCorrectionDays,
  };
  const delivered = decideDeliver(facts, { actor: systemActor, delivery: 'electronic' }, moment);
  if (!delivered.ok) return { decided: submission, events };
  return {
    decided: { ...delivered, due: submission.due, actBy: submission.actBy },
    events: [...events, ...delivered.events],
  };
}

function caseRow(deps: Pick<Deps, 'crypto'>, fresh: NewCase, { decided }: Outcome) {
  const { context, submission, directory, number, moment } = fresh;
  const { now } = moment;
  const { draft, matter, applicant } = context;
  const before = { submittedAt: now, acceptedAt: null, decidedAt: null, finishedAt: null, inboxPost: null };
  const owner = { departmentId: matter.departmentId, applicantDepartmentId: applicant.departmentId };
  const firstPost = matter.route.definition.stages[0]?.tasks[0]?.post;
  return {
    id: draft.id,
    number,
    trackHash: trackHashOf(deps.crypto, draft.id),
    version: 1,
    personId: draft.personId,
    applicantName: applicant.name,
    applicantNumber: applicant.number,
    applicantDepartment: applicant.department,
    applicantDepartmentId: applicant.departmentId,
    matterId: matter.id,
    matterCode: matter.code,
    matterName: matter.name,
    matterVersionId: matter.versionId,
    matterVersion: matter.version,
    departmentId: matter.departmentId,
    formVersionId: matter.form.versionId,
    routeVersionId: matter.route.versionId,
    layoutVersionId: matter.layout?.versionId ?? null,
    promisedDays: promisedDays(matter),
    acceptanceDays: submittedMatter(matter).acceptanceDays,
    correctionDays: correctionDays(),
    answers: sealAnswers(deps.crypto, submission.answers),
    calendarPins: {},
    submittedAt: now,
    ...stateColumns(decided, {
      before,
      now: now,
      held: submission.intervals.map((interval) => heldInterval(interval, 0)),
      inbox: inboxOf(directory, owner, firstPost),
      holdingDepartment: matter.departmentId,
    }),
  };
}

function announce(addition: Addition, { context, submission, number }: NewCase, { decided }: Outcome): void {
  const { draft, matter } = context;
  const of = { id: draft.id, personId: draft.personId, number, matterName: matter.name };
  const isDecided = decided.status !== 'submitted';
  notifyApplicant(addition, of, { kind: isDecided ? 'case-approved' : 'case-submitted', dueDate: submission.due.on });
  if (decided.status === 'approved' && matter.layout !== null) enqueueCertificate(addition, draft.id);
}
