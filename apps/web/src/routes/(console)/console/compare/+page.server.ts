import { readVersion } from '#lib/features/catalog-check/compare-view.ts';
import { api } from '#lib/server/api.ts';
import { toRefusedQuery } from '#lib/server/refused-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const search = event.url.searchParams;
  const matter = search.get('matter')?.trim() ?? '';
  if (matter === '') return { matter, comparison: undefined, issues: [] };
  const answer = await api(event)
    .compareVersions({ query: { matter, from: readVersion(search.get('from')), to: readVersion(search.get('to')) } })
    .catch(toRefusedQuery);
  return 'changes' in answer
    ? { matter, comparison: answer, issues: [] }
    : { matter, comparison: undefined, issues: answer.issues };
};
