import { readPeriod } from '#lib/features/reform/period.ts';
import { api } from '#lib/server/api.ts';
import { toRefusedQuery } from '#lib/server/refused-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const period = readPeriod(event.url.searchParams);
  const answer = await api(event).listOpenVolumes({ query: period }).catch(toRefusedQuery);
  return 'items' in answer
    ? { period, asOf: answer.asOf, open: answer.items, mayChoose: answer.mayChoose, issues: [] }
    : { period, asOf: undefined, open: null, mayChoose: false, issues: answer.issues };
};
