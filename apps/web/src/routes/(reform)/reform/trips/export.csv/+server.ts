import { tripCsv, tripFileName } from '#lib/features/reform/trip/trip-csv.ts';
import { readTripQuery, toApi } from '#lib/features/reform/trip/trip-query.ts';
import { api, toError } from '#lib/server/api.ts';
import { csvResponse } from '#lib/server/csv.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const seen = await api(event)
    .getTrips({ query: toApi(readTripQuery(event.url.searchParams)) })
    .catch(toError);
  return csvResponse(tripCsv(seen), tripFileName(seen), 'trips.csv');
};
