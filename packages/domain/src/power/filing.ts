import { workdaysBetween, type WorkingCalendar } from '../calendar/index.ts';
import type { CivilDate, FilingAction, FilingStatus, RoundStatus } from '../vocabulary/index.ts';
import { refusePower, type PowerRefusal, type PowerRefused } from './power-content.ts';

/** A round of filing (梳理申报): from when departments may enter, and the last day on which they are in time. */
export interface PowerRound {
  readonly opensOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly status: RoundStatus;
}

/** Where each action leads from each status of a department's filing. */
export const filingLifecycle: Readonly<Record<FilingStatus, Readonly<Partial<Record<FilingAction, FilingStatus>>>>> = {
  open: { submit: 'filed' },
  returned: { submit: 'filed' },
  filed: { return: 'returned', accept: 'accepted' },
  accepted: { return: 'returned' },
};

/** A department enters and changes entries while its filing is with it; after the due day too, but late. */
export function isEnterable(round: PowerRound, filing: FilingStatus, today: CivilDate): boolean {
  return round.status === 'open' && round.opensOn <= today && (filing === 'open' || filing === 'returned');
}

/** Filed after the due day, or not yet filed when it is over. */
export function isLate({ dueOn }: PowerRound, firstFiledOn: CivilDate | null, today: CivilDate): boolean {
  return (firstFiledOn ?? today) > dueOn;
}

export interface FilingWish {
  readonly action: FilingAction;
  /** Why it is returned; for a filing without entries, that there are none. */
  readonly note: string | null;
  /** Entries that the department has. */
  readonly entries: number;
  readonly today: CivilDate;
}

/** One step of a department's filing. */
export function decideFiling(
  filing: FilingStatus,
  round: PowerRound,
  { action, note, entries, today }: FilingWish,
): { readonly ok: true; readonly status: FilingStatus } | PowerRefused {
  const status = filingLifecycle[filing][action];
  const refusals: PowerRefusal[] = [];
  if (round.status === 'closed') refusals.push({ code: 'round.closed' });
  if (action === 'submit' && today < round.opensOn) refusals.push({ code: 'round.not-begun' });
  if (action === 'submit' && entries === 0 && note === null) refusals.push({ code: 'filing.empty' });
  if (action === 'return' && note === null) refusals.push({ code: 'filing.reason-missing' });
  if (status === undefined) return refusePower([{ code: 'filing.wrong-status' }, ...refusals]);
  return refusals.length > 0 ? refusePower(refusals) : { ok: true, status };
}

/** A round begins today or later, gives at least a day, and asks nobody who is in another one. */
export function decideRound(wanted: {
  readonly opensOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly departmentIds: readonly string[];
  readonly today: CivilDate;
  /** Departments with an open round. */
  readonly busy: ReadonlySet<string>;
}): { readonly ok: true } | PowerRefused {
  const refusals: PowerRefusal[] = wanted.departmentIds
    .filter((id) => wanted.busy.has(id))
    .map((subject) => ({ code: 'round.busy', subject }));
  if (wanted.opensOn < wanted.today) refusals.push({ code: 'round.past' });
  if (wanted.dueOn <= wanted.opensOn) refusals.push({ code: 'round.dates' });
  return refusals.length > 0 ? refusePower(refusals) : { ok: true };
}

/** What a reminder is about; of each mark there is one at most for each head. */
export type FilingMark = `${number}-days-left` | `${number}-days-late`;

/** Working days before the due day, nearest first, and after it, farthest first. */
const marksBefore = [1, 5] as const;
const marksAfter = [10, 5, 1] as const;
/** Who has not filed by then is called on, not written to. */
const givenUpAfter = 15;

/** Of the marks that have been passed the last, so that one that was missed is made up for. None on a day off. */
export function filingReminder(dueOn: CivilDate, today: CivilDate, calendar: WorkingCalendar): FilingMark | undefined {
  if (calendar.kindOf(today) === 'day-off') return undefined;
  const left = workdaysBetween(calendar, today, dueOn);
  if (left === null || left < -givenUpAfter) return undefined;
  if (today <= dueOn) {
    const days = marksBefore.find((mark) => left <= mark);
    return days === undefined ? undefined : `${days}-days-left`;
  }
  const days = marksAfter.find((mark) => -left >= mark);
  return days === undefined ? undefined : `${days}-days-late`;
}
