import { readPeriod } from '#lib/features/reform/period.ts';
import { api } from '#lib/server/api.ts';
import { toRefusedQuery } from '#lib/server/refused-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const search = event.url.searchParams;
  const period = readPeriod(search);
  const month = search.get('month')?.trim() || undefined;
  const after = search.get('after') ?? undefined;
  const answer = await api(event)
    .listHeatRest({ query: { ...period, month, after, limit: 50 } })
    .catch(toRefusedQuery);
  const asked = { period, month, isFirst: after === undefined };
  return 'items' in answer ? { ...asked, rest: answer, issues: [] } : { ...asked, rest: null, issues: answer.issues };
};
