import { readPeriod } from '#lib/features/reform/period.ts';
import { api } from '#lib/server/api.ts';
import { toRefusedQuery } from '#lib/server/refused-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const period = readPeriod(event.url.searchParams);
  const answer = await api(event).getFrequencyMoves({ query: period }).catch(toRefusedQuery);
  return 'later' in answer ? { period, answer, issues: [] } : { period, answer: null, issues: answer.issues };
};
