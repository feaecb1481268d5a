import { addDays, civilDateAt, today, type Moment } from '@yitang/domain/calendar';
import {
  correctionReminder,
  correctionReminderDays,
  limitReminder,
  suspensionReminder,
  type ReminderMark,
} from '@yitang/domain/case';
import type { CaseStatus, CivilDate } from '@yitang/domain/vocabulary';
import type { Tx } from '../../../platform/command/index.ts';
import type { JobRun } from '../../../platform/jobs/index.ts';
import type { NoticeKind } from '../../notification/index.ts';
import { Case } from '../case.entity.ts';
import { getDirectory, type Directory } from '../directory.ts';
import { notifyApplicant, notifyStaff } from '../notify.ts';
import { caseLight, officeDue } from '../view/case-light.ts';
import { findAnswerable } from './find-answerable.ts';
import { NothingToDo, runAlone } from './run-alone.ts';

const batchSize = 200;

/** A fifth of no limit reaches further ahead than this many days. */
const farthestDays = 60;
/** A limit that ended longer ago was told then; command keys are kept for longer than this. */
const latestDays = 28;

/**
 * Each morning: applicants whose corrections are due soon, and whoever holds a case that is due soon or late, or whose
 * special procedure should have ended (CORR-4).
 */
export async function remindOfLimits(run: JobRun): Promise<void> {
  const { deps } = run;
  const directory = await getDirectory(deps);
  const moment = { now: deps.clock.now(), office: directory.office() };
  const day = today(moment);
  const soon = { from: day, until: addDays(day, Math.max(...correctionReminderDays)) };
  await remindOf(run, { status: 'correcting', ...soon, find: (one) => findCorrection(one, moment) });
  // Offices are not told of their limits while they are closed: the mark is made up for on the next day of work.
  if (moment.office.calendar.kindOf(day) === 'day-off') return;
  const around = { from: addDays(day, -latestDays), until: addDays(day, farthestDays) };
  const find = findLimit(run, { moment, directory });
  for (const status of ['submitted', 'handling'] as const) await remindOf(run, { status, ...around, find });
  const ended = { from: addDays(day, -latestDays), until: addDays(day, -1) };
  await remindOf(run, { status: 'suspended', ...ended, find: findSuspended(run, { moment, directory }) });
}

/** Everything but the answers. */
type Row = Omit<Case, 'answers'>;

interface Reminder {
  readonly mark: ReminderMark;
  readonly dueOn: CivilDate;
  /** Tells whom it concerns; how many those are. */
  readonly tell: (tx: Tx) => Promise<number>;
}

interface Round {
  readonly status: CaseStatus;
  /** First and last day of the next date that somebody must keep. */
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly find: (one: Row) => Reminder | undefined;
}

async function remindOf(run: JobRun, { status, from, until, find }: Round): Promise<void> {
  for (let after = ''; ;) {
    const page = await run.em.find(
      Case,
      { status, actBy: { $gte: from, $lte: until }, id: { $gt: after } },
      { orderBy: { id: 'asc' }, limit: batchSize, disableIdentityMap: true },
    );
    for (const one of page) {
      const reminder = find(one);
      if (reminder !== undefined) await remind(run, one, reminder);
    }
    if (page.length < batchSize) return;
    after = page.at(-1)?.id ?? '';
  }
}

/** The key is made of case, mark and date: there is one reminder, whichever instance is first and whatever is tried again. */
async function remind(run: JobRun, { id, version }: Row, { mark, dueOn, tell }: Reminder): Promise<void> {
  const command = { action: 'case.remind', caseId: id, key: `remind:${id}:${mark}:${dueOn}` };
  await runAlone(run, command, async (tx) => {
    // Whoever acts between the look and this word has made it needless.
    if ((await tx.em.count(Case, { id, version })) === 0) throw new NothingToDo();
    const told = await tell(tx);
    tx.audit({
      action: 'case.remind',
      chain: `case:${id}`,
      target: { type: 'case', id },
      outcome: 'done',
      after: { mark, dueOn, told },
    });
  });
}

function findCorrection(one: Row, moment: Moment): Reminder | undefined {
  const [held] = one.heldIntervals;
  const dueOn = one.actBy;
  if (held === undefined || !dueOn) return undefined;
  const requestedOn = civilDateAt(new Date(held.since), moment.office.zone);
  const mark = correctionReminder({ requestedOn, dueOn }, today(moment));
  if (mark === undefined) return undefined;
  const tell = (tx: Tx): Promise<number> => {
    notifyApplicant(tx, one, { kind: 'correction-due', dueDate: dueOn });
    return Promise.resolve(1);
  };
  return { mark, dueOn, tell };
}

const limitNotices: Readonly<Partial<Record<ReminderMark, NoticeKind>>> = {
  'due-soon': 'case-due',
  overdue: 'case-overdue',
};

function findLimit(run: JobRun, { moment, directory }: { moment: Moment; directory: Directory }): Round['find'] {
  return (one) => {
    const mark = limitReminder(caseLight(one, moment));
    const dueOn = officeDue(one);
    const kind = mark && limitNotices[mark];
    if (mark === undefined || kind === undefined || dueOn === null) return undefined;
    const tell = teller(run, { one, mark, kind, dueOn, directory, on: today(moment) });
    return { mark, dueOn, tell };
  };
}

/** Whoever holds a case whose special procedure should have ended: the applicant was told that day. */
function findSuspended(run: JobRun, { moment, directory }: { moment: Moment; directory: Directory }): Round['find'] {
  return (one) => {
    const dueOn = one.actBy;
    const mark = dueOn ? suspensionReminder(dueOn, today(moment)) : undefined;
    if (!dueOn || mark === undefined) return undefined;
    const tell = teller(run, { one, mark, kind: 'suspension-over', dueOn, directory, on: today(moment) });
    return { mark, dueOn, tell };
  };
}

interface Telling {
  readonly one: Row;
  readonly mark: ReminderMark;
  readonly kind: NoticeKind;
  readonly dueOn: CivilDate;
  readonly directory: Directory;
  readonly on: CivilDate;
}

/** Tells those who answer for a case; with them the head where a limit is broken. */
function teller(run: JobRun, { one, mark, kind, dueOn, directory, on }: Telling): Reminder['tell'] {
  return async (tx) => {
    const people = await findAnswerable(tx.em, one, { directory, on, withHead: mark === 'overdue' });
    if (people.length === 0) run.deps.log.warn({ caseId: one.id, mark }, 'nobody answers for a case whose limit ends');
    notifyStaff(tx, one, { kind, dueDate: dueOn, people });
    return people.length;
  };
}
