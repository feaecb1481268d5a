import type { CaseCommand, CaseDecision } from '@yitang/domain/case';
import type { Moment } from '@yitang/domain/calendar';
import type { CaseStatus, Refused } from '@yitang/domain/vocabulary';
import type { Tx } from '../../../platform/command/index.ts';
import type { JobRun } from '../../../platform/jobs/index.ts';
import { systemActor, systemLabel } from '../actors.ts';
import { getDirectory, type Directory } from '../directory.ts';
import { todayIn } from '../draft/draft-context.ts';
import { auditAct } from '../handle/act-on-case.ts';
import { momentOf } from '../moment-of.ts';
import { findCase, type LoadedCase } from '../record/load-case.ts';
import { writeDecision, type AlsoColumns } from '../record/write-decision.ts';
import { NothingToDo, runAlone } from './run-alone.ts';

/** What the platform does with each case of a status whose next date has passed. */
export interface DueAct {
  readonly action: string;
  readonly status: CaseStatus;
  readonly decide: (loaded: LoadedCase, command: CaseCommand, moment: Moment) => CaseDecision | Refused;
  readonly columns?: (moment: Moment) => AlsoColumns;
  readonly also?: (tx: Tx, done: { loaded: LoadedCase; decision: CaseDecision }) => Promise<void> | void;
}

const batchSize = 200;

export async function actOnDueCases(run: JobRun, act: DueAct): Promise<number> {
  const { deps, em } = run;
  const directory = await getDirectory(deps);
  const today = todayIn(deps, deps.clock.now());
  let [done, after] = [0, ''];
  for (;;) {
    const rows = await em.execute<{ id: string }[]>(
      `select id from cases where status = ? and act_by < ? and id > ? order by id limit ${batchSize}`,
      [act.status, today, after],
    );
    for (const { id: caseId } of rows) {
      const command = { action: act.action, caseId, key: `${run.jobId}:${caseId}` };
      if (await runAlone(run, command, (tx) => perform(run, tx, { act, caseId, directory }))) done += 1;
    }
    if (rows.length < batchSize) return done;
    after = rows.at(-1)?.id ?? '';
  }
}

interface Subject {
  readonly act: DueAct;
  readonly caseId: string;
  readonly directory: Directory;
}

async function perform({ deps }: JobRun, tx: Tx, { act, caseId, directory }: Subject): Promise<void> {
  const loaded = await findCase(tx.em, deps, caseId);
  if (loaded === undefined) throw new NothingToDo();
  const moment = momentOf(directory, loaded.current, tx.now);
  const decision = act.decide(loaded, { actor: systemActor }, moment);
  if (!decision.ok) throw new NothingToDo();
  const rows = await writeDecision(tx, decision, {
    loaded,
    directory,
    today: todayIn(deps, tx.now),
    label: systemLabel,
    also: act.columns?.(moment),
  });
  await act.also?.(tx, { loaded, decision });
  auditAct(tx, act.action, { loaded, decision, rows });
}
