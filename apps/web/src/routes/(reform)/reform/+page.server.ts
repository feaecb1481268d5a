import { readPeriod } from '#lib/features/reform/period.ts';
import { api } from '#lib/server/api.ts';
import { toRefusedQuery } from '#lib/server/refused-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const period = readPeriod(event.url.searchParams);
  const answer = await api(event).getHighFrequencySet({ query: period }).catch(toRefusedQuery);
  return 'rows' in answer ? { period, set: answer, issues: [] } : { period, set: null, issues: answer.issues };
};
