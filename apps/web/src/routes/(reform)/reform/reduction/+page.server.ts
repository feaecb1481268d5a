import { readQuery } from '#lib/features/reform-reduction/days.ts';
import { api } from '#lib/server/api.ts';
import { toRefusedQuery } from '#lib/server/refused-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const query = readQuery(event.url.searchParams);
  const answer = await api(event)
    .getReduction({ query: { show: 'lighter', ...query, limit: 30 } as object })
    .catch(toRefusedQuery);
  return 'total' in answer ? { query, view: answer, issues: [] } : { query, view: null, issues: answer.issues };
};
