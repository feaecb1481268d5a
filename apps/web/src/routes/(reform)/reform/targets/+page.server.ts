import { api } from '#lib/server/api.ts';
import { toRefusedQuery } from '#lib/server/refused-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asOf = event.url.searchParams.get('asOf')?.trim() || undefined;
  const answer = await api(event)
    .getTargets({ query: { ...(asOf === undefined ? {} : { asOf }) } })
    .catch(toRefusedQuery);
  return 'targets' in answer ? { asOf, board: answer, issues: [] } : { asOf, board: null, issues: answer.issues };
};
