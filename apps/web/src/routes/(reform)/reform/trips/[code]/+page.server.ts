import { tripShows } from '@yitang/contract';
import { readTripQuery, toApi } from '#lib/features/reform/trip/trip-query.ts';
import { api, toError } from '#lib/server/api.ts';
import { toRefusedQuery } from '#lib/server/refused-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const { code } = event.params;
  const search = event.url.searchParams;
  const query = readTripQuery(search);
  const after = search.get('after') ?? undefined;
  const month = search.get('month') ?? undefined;
  const show = tripShows.find((one) => one === search.get('show')) ?? 'all';
  const answer = await client.getMatterTrips({ params: { code }, query: toApi(query) }).catch(toRefusedQuery);
  const chosen = { query, code, show, isFirst: after === undefined };
  if (!('code' in answer && 'months' in answer))
    return { ...chosen, month: undefined, seen: null, cases: null, issues: answer.issues };
  // A month that the address has and the period hasn't is left out.
  const known = answer.months.find((one) => one.month === month)?.month;
  const cases = await client
    .listTripCases({ query: { ...toApi(query), code, show, month: known, after, limit: 50 } })
    .catch(toError);
  return { ...chosen, month: known, seen: answer, cases, issues: [] };
};
