import type { TripOverviewData } from '@yitang/contract';
import type { Call } from '../../../platform/endpoint/index.ts';
import { addFigures, findTripCauses, findTripFigures, type TripFigures } from '../../case/index.ts';
import { catalogOn, type CatalogDay } from '../../catalog/index.ts';
import { departmentNames } from '../frequency/department-names.ts';
import { sumCauses } from './cause-counts.ts';
import { matterRows, promiseRule } from './matter-rows.ts';
import { ratesOf } from './rates.ts';
import { periodOfTrips, presentPeriod, type TripQuery } from './trip-period.ts';

/**
 * 实现率 measured by the trips of decided cases (浙教人〔2018〕105号; 浙江省保障"最多跑一次"改革规定), and apart from it the
 * nominal one by what guides declare. Reads counters: it costs matters and months, not cases.
 * @throws `request.invalid` for a day to come
 */
export async function getTrips(call: Call, query: TripQuery): Promise<TripOverviewData> {
  const { period, asked } = periodOfTrips(call, query);
  const both = await findTripFigures(call.em, asked);
  const figures = both[query.definition];
  const day = await catalogOn(call, query.asOf);
  const { rows, broken } = await matterRows(call, figures, day);
  return {
    ...presentPeriod(call, period),
    definition: query.definition,
    measured: ratesOf(both),
    nominal: nominalOf(day),
    declared: declaredRows(figures),
    departments: departmentRows(rows, idsOf(call, day)),
    matters: rows,
    broken,
    rule: promiseRule,
    causes: sumCauses(await findTripCauses(call.em, asked)),
    ...addFigures(figures),
  };
}

function nominalOf({ matters }: CatalogDay): TripOverviewData['nominal'] {
  const stated = matters.flatMap(({ guide }) => guide.visitsOnSite ?? []);
  return { once: stated.filter((visits) => visits <= 1).length, stated: stated.length, matters: matters.length };
}

function declaredRows(figures: readonly TripFigures[]): TripOverviewData['declared'] {
  return [...Map.groupBy(figures, ({ declared }) => declared)]
    .map(([declared, parts]) => {
      const { distribution, over } = addFigures(parts);
      return { declared, distribution, over };
    })
    .sort((a, b) => (a.declared ?? Infinity) - (b.declared ?? Infinity));
}

const idsOf = (call: Call, { matters }: CatalogDay): ReadonlyMap<string, string> => {
  const nameOf = departmentNames(call);
  return new Map(matters.map(({ departmentId }) => [nameOf(departmentId), departmentId]));
};

function departmentRows(
  rows: TripOverviewData['matters'],
  ids: ReadonlyMap<string, string>,
): TripOverviewData['departments'] {
  return [...Map.groupBy(rows, ({ department }) => department)]
    .map(([name, parts]) => {
      const { distribution, over } = addFigures(parts);
      return { id: ids.get(name) ?? null, name, distribution, over };
    })
    .sort((a, b) => b.over - a.over || (a.name < b.name ? -1 : 1));
}
