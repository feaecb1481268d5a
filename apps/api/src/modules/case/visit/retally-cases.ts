import type { TripCause } from '@yitang/domain/vocabulary';
import { measuresOf, type CaseTally } from '@yitang/domain/visit';
import { insertRows, type Em } from '../../../database/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { FoldedElsewhere } from '../counter/folded-elsewhere.ts';
import { areAmong, marksFor, tallyCases, type TalliedNow, type WhichCases } from './tally-cases.ts';
import { addToTripCounters, type TripSum } from './trip-counters.ts';
import type { TripRule } from './trip-rule.ts';

interface TalliedBefore {
  readonly id: string;
  readonly caseId: string;
  readonly matterId: string;
  readonly tally: CaseTally;
}

/** A tally as it is stored. */
export interface TallyRow {
  month: string;
  declared: number | null;
  trips2017: number | null;
  trips2019: number | null;
  is_disputed: number | boolean;
  used_kiosk: number | boolean;
  causes: string;
}
interface CaseTripsRow extends TallyRow {
  id: string;
  case_id: string;
  matter_id: string;
}

/**
 * Tallies cases again inside the caller's transaction and moves what changed from the old bucket to the new one. Of two
 * writers who knew the same old tally the later finds it gone and rolls back.
 * @returns how many differed from what was counted
 */
export async function retallyCases(em: Em, which: WhichCases, rule: TripRule): Promise<number> {
  const before = await findTallies(em, which);
  const now = await tallyCases(em, which, rule);
  const changed = now.filter((one) => !isSame(before.get(one.caseId), one));
  if (changed.length === 0) return 0;
  const gone = changed.flatMap(({ caseId }) => before.get(caseId) ?? []);
  await removeTallies(em, gone);
  const rows = changed.flatMap(({ caseId, matterId, tally }) =>
    tally === null ? [] : [rowOf({ caseId, matterId, tally })],
  );
  for (let start = 0; start < rows.length; start += 500)
    await insertRows(em, 'case_trips', rows.slice(start, start + 500));
  await addToTripCounters(em, [
    ...gone.flatMap((one) => sumsOf(one, -1)),
    ...changed.flatMap(({ matterId, tally }) => (tally === null ? [] : sumsOf({ matterId, tally }, 1))),
  ]);
  return changed.length;
}

async function findTallies(em: Em, which: WhichCases): Promise<Map<string, TalliedBefore>> {
  const among = areAmong(which)?.('case_id');
  if (among === undefined) return new Map();
  const rows = await em.execute<CaseTripsRow[]>(
    `select id, case_id, matter_id, month, declared, trips2017, trips2019, is_disputed, used_kiosk, causes
       from case_trips where ${among.text}`,
    among.values,
  );
  return new Map(
    rows.map((row) => [row.case_id, { id: row.id, caseId: row.case_id, matterId: row.matter_id, tally: tallyIn(row) }]),
  );
}

const countOf = (value: number | null): number | null => (value === null ? null : Number(value));

export function tallyIn(row: TallyRow): CaseTally {
  return {
    month: row.month,
    declared: countOf(row.declared),
    trips: { '2017': countOf(row.trips2017), '2019': countOf(row.trips2019) },
    isDisputed: Boolean(Number(row.is_disputed)),
    usedKiosk: Boolean(Number(row.used_kiosk)),
    causes: row.causes === '' ? [] : (row.causes.split(',') as TripCause[]),
  };
}

function isSame(before: TalliedBefore | undefined, { matterId, tally }: TalliedNow): boolean {
  if (before === undefined || tally === null) return before === undefined && tally === null;
  return before.matterId === matterId && printOf(before.tally) === printOf(tally);
}

const printOf = ({ month, declared, trips, isDisputed, usedKiosk, causes }: CaseTally): string =>
  JSON.stringify([month, declared, trips['2017'], trips['2019'], isDisputed, usedKiosk, causes]);

async function removeTallies(em: Em, gone: readonly TalliedBefore[]): Promise<void> {
  if (gone.length === 0) return;
  const ids = gone.map(({ id }) => id).sort();
  const sql = `delete from case_trips where id in (${marksFor(ids)})`;
  const { affectedRows } = (await em.execute(sql, ids, 'run')) as unknown as { affectedRows: number };
  if (affectedRows !== ids.length) throw new FoldedElsewhere();
}

function rowOf({ caseId, matterId, tally }: { caseId: string; matterId: string; tally: CaseTally }) {
  return {
    id: newId(),
    case_id: caseId,
    matter_id: matterId,
    month: tally.month,
    declared: tally.declared,
    trips2017: tally.trips['2017'],
    trips2019: tally.trips['2019'],
    is_disputed: tally.isDisputed ? 1 : 0,
    used_kiosk: tally.usedKiosk ? 1 : 0,
    causes: tally.causes.join(','),
  };
}

/** What so many cases of a matter that are tallied alike add to its counters; -1: one that is taken off. */
export function sumsOf({ matterId, tally }: { matterId: string; tally: CaseTally }, cases: number): TripSum[] {
  const { month, declared } = tally;
  return measuresOf(tally).map(({ measure, sum }) => ({ matterId, month, declared, measure, sum: cases * sum }));
}
