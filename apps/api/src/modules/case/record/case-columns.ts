import type { CaseState } from '@yitang/domain/case';
import { finalStatuses, isOpen } from '@yitang/domain/case';
import type { Due } from '@yitang/domain/calendar';
import type { CaseStatus } from '@yitang/domain/vocabulary';
import type { Case, InboxView } from '../case.entity.ts';
import type { HeldInterval } from '../held-interval.ts';

/** What the rules decided, as far as the row of the case shows it. */
export interface Decided extends CaseState {
  readonly due: Due;
  readonly actBy: Due;
}

/** What the row had before; a new case has none of it. */
export type Before = Pick<Case, 'submittedAt' | 'acceptedAt' | 'decidedAt' | 'finishedAt' | 'inboxPost'>;

export interface Placing {
  readonly before: Before;
  readonly now: Date;
  readonly held: readonly HeldInterval[];
  /** Inbox of whoever holds the stage; null leaves it where it lay. */
  readonly inbox: string | null;
  /** Department that holds it: of its head an extension is asked. */
  readonly holdingDepartment: string;
}

export type StateColumns = Pick<
  Case,
  | 'status'
  | 'stageIndex'
  | 'acceptanceKind'
  | 'acceptedOn'
  | 'acceptedAt'
  | 'correctionRounds'
  | 'owedMaterials'
  | 'heldIntervals'
  | 'extensionDays'
  | 'openExtension'
  | 'extensionAskedOf'
  | 'decidedAt'
  | 'finishedAt'
  | 'dueOn'
  | 'actBy'
  | 'waitsForYear'
  | 'inboxPost'
  | 'inboxView'
  | 'inboxOrder'
  | 'updatedAt'
>;

export function stateColumns(decided: Decided, { before, now, held, inbox, holdingDepartment }: Placing): StateColumns {
  const { status, stageIndex, acceptanceKind, acceptedOn, correctionRounds, owedMaterials, due, actBy } = decided;
  const { extensionDays, openExtension } = decided;
  const decidedAt = before.decidedAt ?? (isOpen(status) ? null : now);
  return {
    status,
    stageIndex,
    acceptanceKind,
    acceptedOn,
    acceptedAt: before.acceptedAt ?? (acceptedOn === null ? null : now),
    correctionRounds,
    owedMaterials,
    heldIntervals: held,
    extensionDays,
    openExtension,
    extensionAskedOf: openExtension === null ? null : holdingDepartment,
    decidedAt,
    finishedAt: before.finishedAt ?? ((finalStatuses as readonly CaseStatus[]).includes(status) ? now : null),
    dueOn: due.on,
    actBy: actBy.on,
    waitsForYear: due.waitsForYear ?? actBy.waitsForYear,
    inboxPost: inbox ?? before.inboxPost,
    inboxView: inboxViewOf(status),
    inboxOrder: inboxOrder({ status, actBy: actBy.on, dueOn: due.on, decidedAt, submittedAt: before.submittedAt }),
    updatedAt: now,
  };
}

export function inboxViewOf(status: CaseStatus): InboxView {
  if (status === 'correcting') return 'correcting';
  return isOpen(status) ? 'open' : 'finished';
}

type Ordered = Pick<Case, 'status' | 'actBy' | 'dueOn' | 'decidedAt' | 'submittedAt'>;

/** Open cases by the date that somebody must keep, unknown ones last; finished ones by when they ended. */
export function inboxOrder({ status, actBy, dueOn, decidedAt, submittedAt }: Ordered): string {
  if (!isOpen(status)) return (decidedAt ?? submittedAt).toISOString();
  return `${actBy ?? dueOn ?? '9999-12-31'} ${submittedAt.getTime()}`;
}
