import { readPeriod } from '#lib/features/reform/period.ts';
import { api } from '#lib/server/api.ts';
import { toRefusedQuery } from '#lib/server/refused-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const period = readPeriod(event.url.searchParams);
  const answer = await api(event).getReformOverview({ query: period }).catch(toRefusedQuery);
  return 'heat' in answer
    ? { period, overview: answer, issues: [] }
    : { period, overview: null, issues: answer.issues };
};
