import { civilDateAt } from '@yitang/domain/calendar';
import { filingReminder, type FilingMark } from '@yitang/domain/power';
import type { JobRun } from '../../../platform/jobs/index.ts';
import { calendarFor } from '../../organization/index.ts';
import { findHeadsKey, tellOfRound } from './heads.ts';
import { PowerFiling, PowerRound } from './round.entity.ts';

/**
 * Each morning: heads of departments that have not filed, some working days before the due day and after it. The key of
 * each word is filing, person and mark, so that several instances, a retry or a restart say it once.
 */
export async function remindOfFilings(run: JobRun): Promise<void> {
  const { deps, em } = run;
  const today = civilDateAt(deps.clock.now(), deps.config.timeZone);
  const calendar = await calendarFor(em);
  const rounds = await em.find(PowerRound, { status: 'open', opensOn: { $lte: today } }, { disableIdentityMap: true });
  for (const round of rounds) {
    const mark = filingReminder(round.dueOn, today, calendar);
    if (mark === undefined) continue;
    const owed = { roundId: round.id, firstFiledOn: null };
    for (const filing of await em.find(PowerFiling, owed, { disableIdentityMap: true })) {
      const heads = await deps.services.get(findHeadsKey)(em, filing.departmentId, today);
      for (const personId of heads) await remind(run, { round, filing, mark, personId });
    }
  }
}

interface Reminder {
  readonly round: PowerRound;
  readonly filing: PowerFiling;
  readonly mark: FilingMark;
  readonly personId: string;
}

async function remind({ deps, caller }: JobRun, { round, filing, mark, personId }: Reminder): Promise<void> {
  const lone = { principal: caller.principal, idempotencyKey: `power:${filing.id}:${personId}:${mark}` };
  await deps.runCommand(lone, { name: 'power.remind' }, async (tx) => {
    // Whoever files between the look and this word has made it needless.
    const owed = (await tx.em.count(PowerFiling, { id: filing.id, firstFiledOn: null })) === 1;
    if (owed) tellOfRound(tx, personId, { kind: mark.endsWith('late') ? 'power-overdue' : 'power-due', round });
    tx.audit({
      action: 'power.remind',
      chain: `power-filing:${filing.id}`,
      target: { type: 'power-filing', id: filing.id },
      outcome: 'done',
      after: { mark, told: owed ? 1 : 0 },
    });
  });
}
