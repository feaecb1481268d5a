import { readPeriod } from '#lib/features/reform/period.ts';
import { api } from '#lib/server/api.ts';
import { toRefusedQuery } from '#lib/server/refused-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const period = readPeriod(event.url.searchParams);
  const answer = await api(event).getVolumeCoverage({ query: period }).catch(toRefusedQuery);
  return 'rows' in answer
    ? { period, coverage: answer, issues: [] }
    : { period, coverage: null, issues: answer.issues };
};
