import type { WorkingCalendar } from '@yitang/domain/calendar';
import { addToCounters } from '../../../../modules/case/counter/add-to-counters.ts';
import { recountTrips } from '../../../../modules/case/visit/rebuild-trips.ts';
import type { TripRule } from '../../../../modules/case/visit/trip-rule.ts';
import type { FieldCrypto } from '../../../../platform/crypto/index.ts';
import { affectedRows, insertRows, type Em, type Orm } from '../../../index.ts';
import { generatePastCases, type PastCase } from '../past-cases/index.ts';
import type { DemoPerson } from '../people/index.ts';
import { demoIds, type DemoOrigin } from './load-context.ts';
import { pastRows, type PastRows } from './past-rows.ts';
import { loadPastVersions } from './past-versions.ts';
import { createPastWorld, type PastWorld } from './past-world.ts';

/** Cases in one transaction: what a crash throws away is done again in less than a second. */
const batchSize = 4_000;
/** SQLite takes 32,766 values and a million characters a statement. */
const valuesAtMost = 30_000;

export interface PastLoad extends DemoOrigin {
  readonly orm: Orm;
  readonly crypto: FieldCrypto;
  readonly people: readonly DemoPerson[];
  readonly calendar: WorkingCalendar;
  readonly total: number;
  readonly tripRule: TripRule;
  /** Cases that are there already. */
  readonly done: number;
  readonly onProgress: (cases: number) => void;
}

/** Somebody else fills in the same demo at this moment. */
export class SeededElsewhere extends Error {
  constructor() {
    super('another process is filling in the demo university: wait until it has finished');
  }
}

/** Two years of past cases with all that belongs to them, from where an earlier run ended. */
export async function loadPastCases(load: PastLoad): Promise<void> {
  const { orm, people, calendar, seed, referenceDate, total } = load;
  const world = createPastWorld({ ...load, ids: demoIds(load), versions: await loadPastVersions(orm.em.fork()) });
  const serials = createSerials(world);
  let index = 0;
  for (const batch of generatePastCases({ seed, referenceDate, people, calendar, total, batchSize })) {
    const placed = batch.map((row) => ({ row, place: { index: index++, serial: serials.next(row) } }));
    const left = placed.filter(({ place }) => place.index >= load.done);
    if (left.length === 0) continue;
    const rows = left.map(({ row, place }) => pastRows(row, place, world));
    await orm.em.fork().transactional(async (em) => {
      await moveOn(em, { from: index - left.length, to: index });
      await insertPast(em, rows);
    });
    load.onProgress(index);
  }
  await recountTrips(() => orm.em.fork(), { rule: load.tripRule, mends: true });
  await orm.em.fork().transactional(async (em) => {
    const moved = await affectedRows(
      em,
      `update seed_states set step = 'open-cases', done = 0 where name = 'demo' and step = 'past-cases' and done = ?`,
      [index],
    );
    if (moved !== 1) throw new SeededElsewhere();
    await insertInPieces(em, 'number_blocks', serials.blocks());
  });
}

/** The guard against a second process: of two that load the same batch one finds it done. */
async function moveOn(em: Em, { from, to }: { from: number; to: number }): Promise<void> {
  const sql = `update seed_states set done = ? where name = 'demo' and step = 'past-cases' and done = ?`;
  if ((await affectedRows(em, sql, [to, from])) !== 1) throw new SeededElsewhere();
}

/** Numbers of the day, and where the numbers of those days go on. */
function createSerials({ dayOf }: PastWorld) {
  const last = new Map<string, number>();
  return {
    next: ([, , submittedAt]: PastCase): number => {
      const day = dayOf(new Date(submittedAt));
      const serial = (last.get(day) ?? 0) + 1;
      last.set(day, serial);
      return serial;
    },
    blocks: () =>
      [...last].map(([day, serial]) => ({ sequence: `case:${day.replaceAll('-', '')}`, next_number: serial + 1 })),
  };
}

async function insertPast(em: Em, all: readonly PastRows[]): Promise<void> {
  await insertInPieces(
    em,
    'cases',
    all.flatMap(({ cases }) => cases),
  );
  await insertInPieces(
    em,
    'case_events',
    all.flatMap(({ events }) => events),
  );
  await insertInPieces(
    em,
    'case_intervals',
    all.flatMap(({ intervals }) => intervals),
  );
  await insertInPieces(
    em,
    'corrections',
    all.flatMap(({ corrections }) => corrections),
  );
  await insertInPieces(
    em,
    'visits',
    all.flatMap(({ visits }) => visits),
  );
  await insertInPieces(
    em,
    'visit_cases',
    all.flatMap(({ visitCases }) => visitCases),
  );
  await insertInPieces(
    em,
    'visit_answers',
    all.flatMap(({ answers }) => answers),
  );
  await insertInPieces(
    em,
    'ratings',
    all.flatMap(({ ratings }) => ratings),
  );
  await addToCounters(
    em,
    all.flatMap(({ counters }) => counters),
  );
}

async function insertInPieces(
  em: Em,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).length;
  const size = Math.min(400, Math.floor(valuesAtMost / Math.max(1, columns)));
  for (let start = 0; start < rows.length; start += size) await insertRows(em, table, rows.slice(start, start + size));
}
