import { readTripQuery, toApi } from '#lib/features/reform/trip/trip-query.ts';
import { api, toError } from '#lib/server/api.ts';
import { toRefusedQuery } from '#lib/server/refused-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const query = readTripQuery(event.url.searchParams);
  const after = event.url.searchParams.get('after') ?? undefined;
  const answer = await client.getTrips({ query: toApi(query) }).catch(toRefusedQuery);
  if (!('matters' in answer)) return { query, isFirst: true, seen: null, disputed: null, issues: answer.issues };
  const disputed = await client
    .listTripCases({ query: { ...toApi(query), show: 'disputed', limit: 20, after } })
    .catch(toError);
  return { query, isFirst: after === undefined, seen: answer, disputed, issues: [] };
};
