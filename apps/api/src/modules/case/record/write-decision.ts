import type { CaseDecision } from '@yitang/domain/case';
import { postsOf } from '@yitang/domain/case';
import type { CivilDate } from '@yitang/domain/vocabulary';
import { insertRows } from '../../../database/index.ts';
import type { Tx } from '../../../platform/command/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { Case } from '../case.entity.ts';
import { countedOn } from '../counter/counted-on.ts';
import type { Directory } from '../directory.ts';
import { heldInterval, stagedInterval, type HeldInterval } from '../held-interval.ts';
import { departmentInbox, departmentOfInbox } from '../office-actor.ts';
import { appendEvents } from './append-events.ts';
import { stateColumns } from './case-columns.ts';
import type { EventRow } from './event-chain.ts';
import type { LoadedCase } from './load-case.ts';

/** Columns beside those that follow from the decision. */
export type AlsoColumns = Partial<Pick<Case, 'answers' | 'calendarPins' | 'waitsForYear'>>;

export interface DecisionContext {
  readonly loaded: LoadedCase;
  readonly directory: Directory;
  readonly today: CivilDate;
  /** Who acted, in words. */
  readonly label: string;
  readonly also?: AlsoColumns | undefined;
}

/**
 * Writes what the rules decided: the row of the case (only if nobody changed it meanwhile), the intervals that ended,
 * the events.
 * @throws ProblemError `record.changed` when somebody was faster; nothing is written then
 */
export async function writeDecision(
  tx: Tx,
  decision: CaseDecision,
  context: DecisionContext,
): Promise<readonly EventRow[]> {
  const { loaded, directory, today, label, also } = context;
  const { current, route } = loaded;
  const { closesAt, opens } = decision.intervals;
  const held = [
    ...(closesAt === null ? current.heldIntervals : []),
    ...opens.map((interval) => heldInterval(interval, decision.stageIndex)),
  ];
  const inbox = inboxOf(directory, current, postsOf(route.stages[decision.stageIndex])[0]);
  const columns = stateColumns(decision, {
    before: current,
    now: tx.now,
    held,
    inbox,
    holdingDepartment: departmentOfInbox(directory, inbox) ?? current.departmentId,
  });
  const version = current.version + 1;
  const written = await tx.em.nativeUpdate(
    Case,
    { id: current.id, version: current.version },
    { ...columns, ...also, version },
  );
  if (written === 0) throw problem('record.changed');
  if (closesAt !== null) await endIntervals(tx, current, closesAt);
  const acceptedOn = current.acceptedOn ?? null;
  const entries = decision.events.map((event) => ({ event, label, counted: countedOn(event, today, acceptedOn) }));
  return appendEvents(tx.em, current.id, entries);
}

/** The inbox of the post that a stage names; where the applicant's department has none, that of the matter's head. */
export function inboxOf(
  directory: Directory,
  { departmentId, applicantDepartmentId }: { departmentId: string; applicantDepartmentId?: string | null | undefined },
  postCode: string | undefined,
): string | null {
  if (postCode === undefined) return null;
  return directory.findPost(postCode, applicantDepartmentId ?? null)?.id ?? departmentInbox(departmentId);
}

async function endIntervals(
  tx: Tx,
  { id, heldIntervals }: Pick<Case, 'id' | 'heldIntervals'>,
  at: Date,
): Promise<void> {
  await insertRows(
    tx.em,
    'case_intervals',
    heldIntervals.map((held) => intervalRow(id, held, at)),
  );
}

export function intervalRow(caseId: string, held: HeldInterval, endedAt: Date): Record<string, unknown> {
  const { kind, holder, stage, startedAt, isRunning, ground } = stagedInterval(held);
  return {
    id: newId(),
    case_id: caseId,
    kind,
    holder,
    stage,
    started_at: startedAt,
    ended_at: endedAt,
    is_running: isRunning,
    ground,
  };
}
