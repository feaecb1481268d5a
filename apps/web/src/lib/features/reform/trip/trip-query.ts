import { readPeriod, withPeriod, type Period } from '../period.ts';

export const definitions = ['2019', '2017'] as const;
export type Definition = (typeof definitions)[number];

/** Which months are counted and by which definition, as the address says it; what is absent is the server's default. */
export interface TripQuery extends Period {
  readonly definition?: string | undefined;
}

export function readTripQuery(search: URLSearchParams): TripQuery {
  const definition = search.get('definition')?.trim();
  return { ...readPeriod(search), ...(definition ? { definition } : {}) };
}

/** As the API takes it; it refuses what is not in its list, with a sentence. */
export function toApi({ definition, ...period }: TripQuery) {
  return { ...period, ...(definition === undefined ? {} : { definition: definition as Definition }) };
}

/** A path with the same question and what else belongs to it. */
export const withTrips = (path: string, query: TripQuery, more: Readonly<Record<string, string>> = {}): string =>
  withPeriod(path, query, more);

/** Where the cases of all matters behind a figure are listed. */
export const tripCasesHref = (query: TripQuery, more: Readonly<Record<string, string>>): string =>
  withTrips('/reform/trips/cases', query, more);
