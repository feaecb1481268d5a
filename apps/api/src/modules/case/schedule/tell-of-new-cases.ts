import { isOfficeOpen, today } from '@yitang/domain/calendar';
import { affectedRows, type Em } from '../../../database/index.ts';
import type { Tx } from '../../../platform/command/index.ts';
import type { JobRun } from '../../../platform/jobs/index.ts';
import type { Case } from '../case.entity.ts';
import { getDirectory, type Directory } from '../directory.ts';
import { notifyOfMany, notifyStaff } from '../notify.ts';
import { officeDue } from '../view/case-light.ts';
import { findAnswerable } from './find-answerable.ts';
import { InboxRound } from './inbox-round.entity.ts';

/** What is being committed at this moment comes with the next round. */
const settlingMilliseconds = 60_000;
/** How far the very first round looks back. */
const firstLookMilliseconds = 86_400_000;

type NewCase = Pick<
  Case,
  'id' | 'number' | 'matterName' | 'personId' | 'departmentId' | 'inboxPost' | 'status' | 'dueOn' | 'actBy'
> & { readonly actorId: string | null };

/**
 * Each hour of office work: whoever got new cases since the last round is told once, of all of them. What comes in the
 * evening, at night or on days off is told on the next morning of work, so that nobody is disturbed (NOTI-4). Costs the
 * number of open cases.
 */
export async function tellOfNewCases(run: JobRun): Promise<void> {
  const { deps, em } = run;
  const directory = await getDirectory(deps);
  const now = deps.clock.now();
  const moment = { now, office: directory.office() };
  // A slot that was missed may be made up for at night.
  if (!isOfficeOpen(moment)) return;
  const until = new Date(now.getTime() - settlingMilliseconds);
  const last = await em.findOne(InboxRound, { id: roundId }, { disableIdentityMap: true });
  const since = last?.toldUntil ?? new Date(until.getTime() - firstLookMilliseconds);
  const arrived = await findNewCases(em, { since, until });
  const byPerson = await findReaders(em, arrived, { directory, on: today(moment) });
  await deps.runCommand(run.caller, { name: 'case.tell-new' }, async (tx) => {
    if (!(await endRound(tx, last?.toldUntil, until))) return;
    for (const [personId, cases] of byPerson) tell(tx, personId, cases);
    tx.audit({
      action: 'case.tell-new',
      chain: 'inbox-rounds',
      target: { type: 'inbox-round', id: until.toISOString() },
      outcome: 'done',
      after: { cases: arrived.length, people: byPerson.size },
    });
  });
}

const roundId = 'all';

/** false: another instance has told meanwhile. */
async function endRound(tx: Tx, before: Date | undefined, until: Date): Promise<boolean> {
  if (before === undefined) {
    await tx.em.insert(InboxRound, { id: roundId, toldUntil: until });
    return true;
  }
  const sql = 'update inbox_rounds set told_until = ? where id = ? and told_until = ?';
  return (await affectedRows(tx.em, sql, [until, roundId, before])) === 1;
}

/** Open cases that were submitted, passed on or corrected in this time, and that nobody of the staff has touched since. */
function findNewCases(em: Em, { since, until }: { since: Date; until: Date }): Promise<NewCase[]> {
  return em.execute<NewCase[]>(
    `select c.id, c.number, c.matter_name as matterName, c.person_id as personId, c.department_id as departmentId,
            c.inbox_post as inboxPost, c.status, c.due_on as dueOn, c.act_by as actBy, e.actor_id as actorId
       from cases c join case_events e on e.case_id = c.id
      where c.status in ('submitted', 'handling') and c.updated_at > ?
        and e.type in ('submitted', 'passed', 'correction-supplied') and e.at > ? and e.at <= ?
        and not exists (select 1 from case_events later
          where later.case_id = c.id and later.seq > e.seq and later.actor_kind = 'staff' and later.type <> 'visited')
      order by c.id`,
    [since, since, until],
  );
}

/** By person, what is new to them; whoever passed a case on to a post that they hold as well knows of it. */
async function findReaders(
  em: Em,
  arrived: readonly NewCase[],
  { directory, on }: { directory: Directory; on: string },
): Promise<Map<string, NewCase[]>> {
  const byPerson = new Map<string, NewCase[]>();
  for (const one of arrived) {
    for (const personId of await findAnswerable(em, one, { directory, on, withHead: false })) {
      if (personId !== one.actorId) byPerson.set(personId, [...(byPerson.get(personId) ?? []), one]);
    }
  }
  return byPerson;
}

/** One case by its name, with the way to it; several as a number, with the way to the inbox. */
function tell(tx: Tx, personId: string, cases: readonly NewCase[]): void {
  const [only] = cases;
  if (only !== undefined && cases.length === 1) {
    notifyStaff(tx, only, { kind: 'case-arrived', dueDate: officeDue(only), people: [personId] });
  } else notifyOfMany(tx, personId, cases.length);
}
