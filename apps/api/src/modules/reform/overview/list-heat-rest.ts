import type { HeatRestData } from '@yitang/contract';
import type { CivilMonth } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { loadFrequencyFacts, rankMatters } from '../frequency/compute-high-frequency-set.ts';
import { departmentNames } from '../frequency/department-names.ts';
import { requireMonthWithin } from '../require-period.ts';
import type { OverviewQuery } from './get-overview.ts';
import { heatLines, type HeatLine } from './volume-heat.ts';

interface RestQuery extends Omit<OverviewQuery, 'recordedUntil'> {
  /** One of the period; all of them where it is left out. */
  readonly month?: CivilMonth | undefined;
  /** Code of the last matter of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/**
 * The matters behind the last line of the heat map, the most cases first.
 * @throws `request.invalid` for a day to come, or a month out of the period
 */
export async function listHeatRest(call: Call, { month, after, limit, ...query }: RestQuery): Promise<HeatRestData> {
  const facts = await loadFrequencyFacts(call, query);
  const { months, sources, asOf, firstMonth, lastMonth } = facts;
  const at = month === undefined ? undefined : requireMonthWithin(facts, month);
  const { rest } = heatLines({ day: facts.day, months, sources, rows: rankMatters(facts, {}).rows });
  const nameOf = departmentNames(call);
  const all = rest
    .map(({ row: { matter }, cases }) => ({
      ...{ code: matter.code, name: matter.name, department: nameOf(matter.departmentId) },
      cases: at === undefined ? sumOf(cases) : (cases[at] ?? null),
    }))
    .sort((a, b) => (b.cases ?? -1) - (a.cases ?? -1) || (a.code < b.code ? -1 : 1));
  const start = after === undefined ? 0 : all.findIndex(({ code }) => code === after) + 1;
  const items = all.slice(start, start + limit);
  const last = items.at(-1);
  return {
    ...{ items, asOf, firstMonth, lastMonth, month: month ?? null, matters: all.length },
    ...(last !== undefined && start + limit < all.length && { next: last.code }),
    cases: all.reduce((sum, { cases }) => sum + (cases ?? 0), 0),
    countedAt: call.now.toISOString(),
    isDemo: call.deps.config.mode !== 'production',
  };
}

/** null: of none of the months anybody has said anything. */
function sumOf(cases: HeatLine['cases']): number | null {
  const known = cases.filter((one) => one !== null);
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0);
}
