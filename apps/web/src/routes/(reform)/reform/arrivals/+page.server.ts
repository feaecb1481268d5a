import { readPeriod } from '#lib/features/reform/period.ts';
import { api } from '#lib/server/api.ts';
import { toRefusedQuery } from '#lib/server/refused-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const search = event.url.searchParams;
  const period = readPeriod(search);
  const place = search.get('place')?.trim() ?? '';
  const answer = await api(event)
    .getArrivals({ query: { ...period, ...(place === '' ? {} : { place }) } })
    .catch(toRefusedQuery);
  return 'cells' in answer
    ? { period, place, heat: answer, issues: [] }
    : { period, place, heat: null, issues: answer.issues };
};
