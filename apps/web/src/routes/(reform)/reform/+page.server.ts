import { readRowChoice } from '#lib/features/reform/frequency-rows.ts';
import { readPeriod, readScope } from '#lib/features/reform/period.ts';
import { api, type Api } from '#lib/server/api.ts';
import { toRefusedQuery } from '#lib/server/refused-query.ts';
import type { PageServerLoad } from './$types';

/** What the address says may be none of the values; the API tells. */
type SetQuery = NonNullable<NonNullable<Parameters<Api['getHighFrequencySet']>[0]>['query']>;

export const load: PageServerLoad = async (event) => {
  const period = readPeriod(event.url.searchParams);
  const scope = readScope(event.url.searchParams);
  const choice = readRowChoice(event.url.searchParams);
  const answer = await api(event)
    .getHighFrequencySet({ query: { ...period, ...scope } as SetQuery })
    .catch(toRefusedQuery);
  return 'rows' in answer
    ? { period, scope, choice, set: answer, issues: [] }
    : { period, scope, choice, set: null, issues: answer.issues };
};
