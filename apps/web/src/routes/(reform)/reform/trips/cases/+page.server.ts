import { tripCauses, tripShows } from '@yitang/contract';
import { readTripQuery, toApi } from '#lib/features/reform/trip/trip-query.ts';
import { api } from '#lib/server/api.ts';
import { toRefusedQuery } from '#lib/server/refused-query.ts';
import type { PageServerLoad } from './$types';

/** What the address asks besides the period, as it is kept from page to page. */
const names = ['show', 'declared', 'department', 'cause', 'code'] as const;

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const search = event.url.searchParams;
  const query = readTripQuery(search);
  const after = search.get('after') ?? undefined;
  const given: Partial<Record<(typeof names)[number], string>> = Object.fromEntries(
    names.flatMap((name) => {
      const value = search.get(name)?.trim() ?? '';
      return value === '' ? [] : [[name, value] as const];
    }),
  );
  const { declared, department, code } = given;
  const show = tripShows.find((one) => one === given.show) ?? 'all';
  const cause = ([...tripCauses, 'unstated'] as const).find((one) => one === given.cause);
  const [seen, cases] = await Promise.all([
    client.getTrips({ query: toApi(query) }).catch(toRefusedQuery),
    client
      .listTripCases({ query: { ...toApi(query), show, declared, department, cause, code, after, limit: 50 } })
      .catch(toRefusedQuery),
  ]);
  const asked = { query, given, show, cause, isFirst: after === undefined };
  if (!('matters' in seen)) return { ...asked, seen: null, cases: null, issues: seen.issues };
  if (!('items' in cases)) return { ...asked, seen, cases: null, issues: cases.issues };
  return { ...asked, seen, cases, issues: [] };
};
