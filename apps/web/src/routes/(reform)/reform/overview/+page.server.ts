import { readPeriod } from '#lib/features/reform/period.ts';
import { api, toError } from '#lib/server/api.ts';
import { toRefusedQuery } from '#lib/server/refused-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const { items: months } = await client.listFrozenMonths().catch(toError);
  const month = event.url.searchParams.get('month')?.trim() || undefined;
  if (month !== undefined) {
    const { frozen, overview } = await client.getFrozenMonth({ params: { month } }).catch(toError);
    // Lists behind the figures are those of the day.
    return { period: { asOf: frozen.asOf }, months, frozen, overview, issues: [] };
  }
  const period = readPeriod(event.url.searchParams);
  const answer = await client.getReformOverview({ query: period }).catch(toRefusedQuery);
  const isCounted = 'heat' in answer;
  return {
    ...{ period, months, frozen: null },
    overview: isCounted ? answer : null,
    issues: isCounted ? [] : answer.issues,
  };
};
