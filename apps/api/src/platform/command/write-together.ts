import {
  affectedInPieces,
  beginShared,
  commitShared,
  insertInPieces,
  type Em,
  type Orm,
} from '../../database/index.ts';
import { problem } from '../problem/index.ts';
import type { Added, Insert, Row, Taking } from './addition.ts';
import { AttemptFailed, rollBack, type Phase } from './attempt-failed.ts';

/**
 * Writes what several commands add in one transaction: one statement for all rows of a table, whosever they are.
 * @throws AttemptFailed after a rollback: nothing of any of them is there.
 */
export async function writeTogether(orm: Orm, additions: readonly Added[]): Promise<void> {
  const { inserts, takings, frame } = joined(additions);
  const em = orm.em.fork();
  let phase: Phase = 'begin';
  try {
    await beginShared(em);
    phase = 'work';
    for (const [first, rows] of byTable(inserts)) await insertInPieces(em, first, rows);
    await take(em, takings);
    for (const [first, rows] of byTable(frame)) {
      phase = phaseOf[first.table] ?? 'work';
      await insertInPieces(em, first, rows);
    }
    phase = 'commit';
    await commitShared(em);
  } catch (error) {
    await rollBack(em);
    // What fails before the commit may be the fault of any of them, and each is tried by itself.
    throw new AttemptFailed(phase, error, additions.length > 1 && phase !== 'commit');
  }
}

const joined = (additions: readonly Added[]): Added => ({
  inserts: additions.flatMap((one) => one.inserts),
  takings: additions.flatMap((one) => one.takings),
  frame: additions.flatMap((one) => one.frame),
});

const phaseOf: Readonly<Record<string, Phase>> = { jobs: 'jobs', audit_entries: 'audit', command_keys: 'key' };

/** In the order in which a table first appears: every transaction writes them one after the other alike. */
function byTable(inserts: readonly Insert[]): [Insert, Row[]][] {
  const alike = Map.groupBy(
    inserts,
    ({ table, skipsPresent, rows }) => `${table} ${skipsPresent} ${Object.keys(rows[0] ?? {}).join()}`,
  );
  return [...alike.values()].map((some) => [some[0]!, some.flatMap(({ rows }) => rows)]);
}

async function take(em: Em, all: readonly Taking[]): Promise<void> {
  for (const [sql, takings] of Map.groupBy(all, (one) => one.sql)) {
    const owners = takings.map(({ owner }) => owner);
    const expected = takings.reduce((sum, { rows }) => sum + rows, 0);
    if ((await affectedInPieces(em, sql, owners)) !== expected) throw problem('record.changed');
  }
}
