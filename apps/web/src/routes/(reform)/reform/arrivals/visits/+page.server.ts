import { readPeriod } from '#lib/features/reform/period.ts';
import { readCell } from '#lib/features/reform/trip/visits-href.ts';
import { api } from '#lib/server/api.ts';
import { toRefusedQuery } from '#lib/server/refused-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const search = event.url.searchParams;
  const period = readPeriod(search);
  const place = search.get('place')?.trim() || undefined;
  const cell = search.get('cell')?.trim() || undefined;
  const after = search.get('after') ?? undefined;
  const answer = await api(event)
    .listArrivalVisits({ query: { ...period, place, cell, after, limit: 50 } })
    .catch(toRefusedQuery);
  const asked = { period, place, cell: readCell(cell ?? ''), isFirst: after === undefined };
  return 'items' in answer
    ? { ...asked, visits: answer, issues: [] }
    : { ...asked, visits: null, issues: answer.issues };
};
