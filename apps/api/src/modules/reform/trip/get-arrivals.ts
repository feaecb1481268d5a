import type { ArrivalHeatData } from '@yitang/contract';
import type { OpeningPeriod } from '@yitang/domain/calendar';
import { heatScale, isOpenIn } from '@yitang/domain/visit';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { findArrivals, type CountedArrivals } from '../../case/index.ts';
import { listPlaces, type ReceivingPlace } from '../../organization/index.ts';
import { requirePeriod } from '../require-period.ts';
import { presentPeriod } from './trip-period.ts';

export interface HeatQuery {
  readonly asOf?: string | undefined;
  readonly months: number;
  /** `counter:CODE` or `department:CODE`; all together where it is left out. */
  readonly place?: string | undefined;
}

/** Where nothing else is said, people are received in office hours. */
const officeSpans: readonly OpeningPeriod[] = [
  { days: 'working-days', from: '08:30', until: '11:30' },
  { days: 'working-days', from: '13:30', until: '17:00' },
];
const usualHours = { first: 8, last: 17 };
const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** Arrivals by weekday and hour of the university's zone. @throws `request.invalid` for a place that is none */
export async function getArrivals(call: Call, query: HeatQuery): Promise<ArrivalHeatData> {
  const period = requirePeriod(call, query);
  const counted = await findArrivals(call.em, { first: period.firstMonth, last: period.lastMonth });
  const places = await listPlaces(call.em);
  const chosen = choosePlace(places, query.place);
  const shown = chosen === undefined ? counted : counted.filter(({ placeId }) => placeId === chosen.id);
  const received = new Set(shown.map(({ placeId }) => placeId));
  const open = chosen === undefined ? places.filter(({ id }) => received.has(id)) : [chosen];
  const spans = open.flatMap(({ periods }) => periods ?? officeSpans);
  return {
    ...presentPeriod(call, period),
    places: placeRows(places, counted),
    place: chosen === undefined ? null : keyOf(chosen),
    total: sumOf(shown),
    ...cellsOf(shown, spans),
  };
}

/** How an address names a place. */
export const keyOf = ({ kind, code }: ReceivingPlace): string => `${kind}:${code}`;
const sumOf = (counted: readonly CountedArrivals[]): number => counted.reduce((sum, { value }) => sum + value, 0);

/** undefined: all places. @throws `request.invalid` for one that is none */
export function choosePlace(places: readonly ReceivingPlace[], key: string | undefined): ReceivingPlace | undefined {
  if (key === undefined || key === '') return undefined;
  const found = places.find((place) => keyOf(place) === key);
  if (found !== undefined) return found;
  const message = '没有这个窗口或部门，请从列表中选择。';
  throw problem('request.invalid', { issues: [{ field: 'query.place', code: 'arrival.unknown-place', message }] });
}

function placeRows(places: readonly ReceivingPlace[], counted: readonly CountedArrivals[]): ArrivalHeatData['places'] {
  const byPlace = Map.groupBy(counted, ({ placeId }) => placeId);
  return places
    .filter(({ id }) => byPlace.has(id))
    .map((place) => ({
      key: keyOf(place),
      name: place.name,
      kind: place.kind,
      arrivals: sumOf(byPlace.get(place.id) ?? []),
    }))
    .sort((a, b) => b.arrivals - a.arrivals || (a.key < b.key ? -1 : 1));
}

function cellsOf(
  counted: readonly CountedArrivals[],
  spans: readonly OpeningPeriod[],
): Pick<ArrivalHeatData, 'hours' | 'cells' | 'bounds'> {
  const values = Map.groupBy(counted, ({ weekday, hour }) => `${weekday} ${hour}`);
  const seen = counted.map(({ hour }) => hour);
  const [first, last] = [Math.min(usualHours.first, ...seen), Math.max(usualHours.last - 1, ...seen)];
  const hours = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const cells = weekdays.flatMap((weekday) =>
    hours.map((hour) => {
      const came = sumOf(values.get(`${weekday} ${hour}`) ?? []);
      return { weekday, hour, value: came > 0 || isOpenIn(spans, { weekday, hour }) ? came : null };
    }),
  );
  const scale = heatScale(cells.map(({ value }) => value ?? 0));
  return {
    hours,
    cells: cells.map((cell) => ({ ...cell, level: scale.classOf(cell.value ?? 0) })),
    bounds: [...scale.bounds],
  };
}
