import {
  decideDeliver,
  defaultCorrectionDays,
  type CaseEvent,
  type CaseFacts,
  type Submission,
} from '@yitang/domain/case';
import type { Moment } from '@yitang/domain/calendar';
import type { CaseStatus } from '@yitang/domain/vocabulary';
import { insertRows } from '../../../database/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { attachMaterials } from '../../material/index.ts';
import type { Tx } from '../../../platform/command/index.ts';
import type { Deps } from '../../../platform/endpoint/index.ts';
import { systemActor, systemLabel } from '../actors.ts';
import { countedOn } from '../counter/counted-on.ts';
import type { Directory } from '../directory.ts';
import type { DraftFacts } from '../draft/draft-context.ts';
import { heldInterval } from '../held-interval.ts';
import { correctionDays, promisedDays, submittedMatter } from '../matter-rules.ts';
import { enqueueCertificate, needsNoDelivery, notifyApplicant } from '../notify.ts';
import { stateColumns, type Decided } from '../record/case-columns.ts';
import { chainEvents } from '../record/event-chain.ts';
import { snakeRow } from '../record/snake-row.ts';
import { inboxOf } from '../record/write-decision.ts';
import { sealAnswers } from '../sealed-answers.ts';
import { trackHashOf } from '../track/track-link.ts';

export interface NewCase {
  readonly context: DraftFacts;
  readonly submission: Submission;
  readonly directory: Directory;
  readonly number: string;
  readonly moment: Moment;
}

export interface WrittenCase {
  readonly status: CaseStatus;
  readonly dueOn: string | null;
  readonly lastHash: string;
}

/** Two statements for the case and its events, one for its files; the jobs go with the command's own. */
export async function writeNewCase(tx: Tx, deps: Pick<Deps, 'crypto'>, fresh: NewCase): Promise<WrittenCase> {
  const { context, submission } = fresh;
  const outcome = withDelivery(fresh);
  const id = context.draft.id;
  await insertRows(tx.em, 'cases', [snakeRow(caseRow(deps, fresh, outcome))]);
  const entries = outcome.events.map((event) => ({
    event,
    label: event.by.kind === 'system' ? systemLabel : context.applicant.name,
    counted: countedOn(event, context.today, outcome.decided.acceptedOn),
  }));
  const rows = chainEvents(id, entries);
  await insertRows(
    tx.em,
    'case_events',
    rows.map((row) => ({ ...row })),
  );
  await takeFiles(tx, fresh);
  announce(tx, fresh, outcome);
  return { status: outcome.decided.status, dueOn: submission.due.on, lastHash: rows.at(-1)?.hash ?? '' };
}

/** The files are the case's from now on. One that was taken out of the draft at this moment makes it all run again. */
async function takeFiles(tx: Tx, { context: { draft, files } }: NewCase): Promise<void> {
  if (files.length === 0) return;
  const taken = await attachMaterials(tx, draft.id, draft.id);
  if (taken < files.length) throw problem('record.changed');
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

function announce(tx: Tx, { context, submission, number }: NewCase, { decided }: Outcome): void {
  const { draft, matter } = context;
  const of = { id: draft.id, personId: draft.personId, number, matterName: matter.name };
  const isDecided = decided.status !== 'submitted';
  notifyApplicant(tx, of, { kind: isDecided ? 'case-approved' : 'case-submitted', dueDate: submission.due.on });
  if (decided.status === 'approved' && matter.layout !== null) enqueueCertificate(tx, draft.id);
}
