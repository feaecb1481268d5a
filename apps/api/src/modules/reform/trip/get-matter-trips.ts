import type { TripMatterData } from '@yitang/contract';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { addFigures, findTripCauses, findTripCells } from '../../case/index.ts';
import { catalogOn, withForebears } from '../../catalog/index.ts';
import { matterOn } from '../matter-on.ts';
import { sumCauses } from './cause-counts.ts';
import { matterRows, promiseRule } from './matter-rows.ts';
import { ratesOf } from './rates.ts';
import { findSavedTrips } from './saved-by-matter.ts';
import { periodOfTrips, presentPeriod, type TripQuery } from './trip-period.ts';

/** One matter with those that it took over. @throws `record.not-found`, `request.invalid` for a day to come */
export async function getMatterTrips(call: Call, code: string, query: TripQuery): Promise<TripMatterData> {
  const { period, asked } = periodOfTrips(call, query);
  const day = await catalogOn(call, query.asOf);
  const matterId = matterOn(day, code).id;
  const matterIds = withForebears(day, matterId);
  const both = await findTripCells(call.em, { ...asked, matterIds });
  const cells = both[query.definition];
  const [row] = (await matterRows(call, cells.length > 0 ? cells : [noCell(matterId)], day)).rows;
  if (row === undefined) throw problem('record.not-found');
  const causes = (await findTripCauses(call.em, asked)).filter((one) => matterIds.includes(one.matterId));
  const [saved] = await findSavedTrips(call.em, { asOf: period.asOf, matterIds: [matterId] });
  return {
    ...presentPeriod(call, period),
    definition: query.definition,
    ...row,
    measured: ratesOf(both),
    months: period.months.map((month) => {
      const { distribution, over } = addFigures(cells.filter((cell) => cell.month === month));
      return { month, distribution, over };
    }),
    causes: sumCauses(causes),
    rule: promiseRule,
    saved: saved === undefined ? null : presentSaved(saved),
  };
}

function presentSaved({ saved, matterId: _, ...sides }: Awaited<ReturnType<typeof findSavedTrips>>[number]) {
  return { ...sides, basis: saved.basis, trips: saved.trips };
}

const noCell = (matterId: string) => ({ matterId, month: '', declared: null, ...addFigures([]) });
