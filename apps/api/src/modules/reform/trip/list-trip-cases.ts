import type { TripCaseData } from '@yitang/contract';
import type { TripCause } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { findMatterNames, listTalliedCases, tripRuleOf, type TalliedQuery } from '../../case/index.ts';
import { catalogOn, withForebears, type CatalogDay } from '../../catalog/index.ts';
import { matterOn } from '../matter-on.ts';
import { periodOfTrips, type TripQuery } from './trip-period.ts';

export interface TripCasesQuery extends TripQuery {
  readonly code?: string | undefined;
  readonly show: TalliedQuery['show'];
  /** One month of the period; all of them where it is left out. */
  readonly month?: string | undefined;
  /** As a number, or `none`. */
  readonly declared?: string | undefined;
  readonly department?: string | undefined;
  readonly cause?: TripCause | 'unstated' | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The cases behind a figure of trips: numbers and trips, no names. */
export async function listTripCases(
  call: Call,
  { code, show, month, declared, department, cause, after, limit, ...query }: TripCasesQuery,
): Promise<{ items: TripCaseData[]; next?: string }> {
  const { asked } = periodOfTrips(call, query);
  const months = month === undefined ? asked : { first: month, last: month };
  const matterIds =
    code === undefined && department === undefined
      ? undefined
      : mattersOf(await catalogOn(call, query.asOf), { code, department });
  const { definition } = query;
  const listed = await listTalliedCases(
    call.em,
    { ...months, definition, matterIds, show, declared: readDeclared(declared), cause, after, limit },
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

const readDeclared = (text: string | undefined): number | null | undefined =>
  text === undefined ? undefined : text === 'none' ? null : Number(text);

/** Of one matter or of all of a department, each with those that it took over. */
function mattersOf(day: CatalogDay, { code, department }: Pick<TripCasesQuery, 'code' | 'department'>): string[] {
  const own = code === undefined ? day.matters.map(({ id }) => id) : [matterOn(day, code).id];
  const within = new Map(day.matters.map(({ id, departmentId }) => [id, departmentId]));
  return own
    .filter((id) => department === undefined || within.get(id) === department)
    .flatMap((id) => withForebears(day, id));
}
