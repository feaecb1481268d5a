import type { Answer, Input, frequencyEndpoints } from '@yitang/contract';
import { addDays } from '@yitang/domain/calendar';
import { compareSets, explainRow } from '@yitang/domain/high-frequency';
import type { Call } from '../../../platform/endpoint/index.ts';
import { requirePeriod } from '../require-period.ts';
import type { ComputedSet } from './compute-high-frequency-set.ts';
import { presentRows } from './get-high-frequency-set.ts';
import { rememberedSet } from './remembered-sets.ts';

type Endpoints = typeof frequencyEndpoints;
type Period = Input<Endpoints['getFrequencyMoves']>['query'];

/** The set of a period against the one a month earlier: the set moves every month. */
export async function getMoves(call: Call, query: Period): Promise<Answer<Endpoints['getFrequencyMoves']>> {
  const { asOf, months } = requirePeriod(call, query);
  const later = await rememberedSet(call, query);
  const before = addDays(`${later.lastMonth}-01`, -1);
  const earlier = await rememberedSet(call, { asOf: before, months: months.length });
  const span = (set: ComputedSet) => ({ firstMonth: set.firstMonth, lastMonth: set.lastMonth });
  const facts = {
    countedAt: call.now.toISOString(),
    asOf,
    earlier: span(earlier),
    later: span(later),
  };
  if (!earlier.isComputable || !later.isComputable) return { ...facts, moves: null };
  const moves = compareSets(earlier, later);
  const rowsOf = (codes: readonly string[]) =>
    presentRows(
      call,
      later,
      later.rows.filter(({ code }) => codes.includes(code)),
    );
  const stillThere = new Set(later.rows.map(({ code }) => code));
  const gone = moves.wentOut.filter((code) => !stillThere.has(code));
  return {
    ...facts,
    moves: {
      cameIn: await rowsOf(moves.cameIn),
      wentOut: await rowsOf(moves.wentOut),
      gone: gone.map((code) => ({
        code,
        name: earlier.rows.find((row) => row.code === code)?.matter.name ?? code,
      })),
      near: await rowsOf(moves.near),
    },
  };
}

/** Why a matter is in 高频事项 or not: its rank, what is before it, and the integers that were compared. */
export async function explainFrequency(
  call: Call,
  code: string,
  query: Period,
): Promise<Answer<Endpoints['explainFrequency']>> {
  const set = await rememberedSet(call, query);
  const { asOf, firstMonth, lastMonth, total, isComputable } = set;
  const row = set.rows.find((one) => one.code === code);
  const facts = { asOf, firstMonth, lastMonth, total, isComputable, matters: set.rows.length };
  const countedAt = call.now.toISOString();
  if (row === undefined) {
    const nothing = { before: 0, after: 0, fiveBefore: 0, fiveAfter: 0, fourTotal: 4 * total };
    return { ...facts, countedAt, row: null, reason: null, ...nothing };
  }
  return { ...facts, countedAt, row: (await presentRows(call, set, [row]))[0] ?? null, ...explainRow(row, total) };
}
