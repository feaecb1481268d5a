import type { ArrivalVisitsData } from '@yitang/contract';
import type { Call } from '../../../platform/endpoint/index.ts';
import { findMatterNames, listCountedVisits } from '../../case/index.ts';
import { listPlaces } from '../../organization/index.ts';
import { requirePeriod } from '../require-period.ts';
import { choosePlace, keyOf, type HeatQuery } from './get-arrivals.ts';
import { presentPeriod } from './trip-period.ts';

export interface ArrivalVisitsQuery extends HeatQuery {
  /** Weekday and hour, `1-09`; left out: the whole week. */
  readonly cell?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The visits behind a figure of the hours of arrival. @throws `request.invalid` for a place that is none */
export async function listArrivalVisits(
  call: Call,
  { cell, after, limit, ...query }: ArrivalVisitsQuery,
): Promise<ArrivalVisitsData> {
  const period = requirePeriod(call, query);
  const places = await listPlaces(call.em);
  const chosen = choosePlace(places, query.place);
  const { items, next } = await listCountedVisits(call.em, {
    ...{ months: period.months, cell: readCell(cell), placeId: chosen?.id, after, limit },
  });
  const names = new Map(places.map(({ id, name }) => [id, name]));
  const nameOf = await findMatterNames(call, [
    ...new Set(items.flatMap(({ served }) => served.map(({ matterId }) => matterId))),
  ]);
  return {
    ...presentPeriod(call, period),
    place: chosen === undefined ? null : { key: keyOf(chosen), name: chosen.name },
    items: items.map(({ placeId, startedAt, served, kinds, reasons, id }) => ({
      ...{ id, kinds: [...kinds], reasons: [...reasons] },
      startedAt: startedAt.toISOString(),
      place: names.get(placeId) ?? '',
      served: served.map(({ matterId, kind, number }) => ({ kind, number, matter: nameOf(matterId) })),
    })),
    ...(next !== undefined && { next }),
  };
}

function readCell(cell: string | undefined): { weekday: number; hour: number } | undefined {
  const [weekday, hour] = cell?.split('-').map(Number) ?? [];
  return weekday === undefined || hour === undefined ? undefined : { weekday, hour };
}
