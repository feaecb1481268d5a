import type { TripCaseData } from '@yitang/contract';
import type { Call } from '../../../platform/endpoint/index.ts';
import { findMatterNames, listTalliedCases, tripRuleOf, type TalliedQuery } from '../../case/index.ts';
import { catalogOn, withForebears } from '../../catalog/index.ts';
import { requireMatter } from './get-matter-trips.ts';
import { periodOfTrips, type TripQuery } from './trip-period.ts';

export interface TripCasesQuery extends TripQuery {
  readonly code?: string | undefined;
  readonly show: TalliedQuery['show'];
  /** One month of the period; all of them where it is left out. */
  readonly month?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The cases behind a figure of trips: numbers and trips, no names. */
export async function listTripCases(
  call: Call,
  { code, show, month, after, limit, ...query }: TripCasesQuery,
): Promise<{ items: TripCaseData[]; next?: string }> {
  const { asked } = periodOfTrips(call, query);
  const months = month === undefined ? asked : { first: month, last: month };
  const day = code === undefined ? undefined : await catalogOn(call, query.asOf);
  const matterIds = day && withForebears(day, requireMatter(day, code ?? ''));
  const { definition } = query;
  const listed = await listTalliedCases(
    call.em,
    { ...months, definition, matterIds, show, after, limit },
    tripRuleOf(call.deps.config),
  );
  const nameOf = await findMatterNames(call, [...new Set(listed.items.map(({ matterId }) => matterId))]);
  return {
    ...listed,
    items: listed.items.map(({ matterId, causes, ...row }) => ({
      ...row,
      matter: nameOf(matterId),
      causes: [...causes],
    })),
  };
}
