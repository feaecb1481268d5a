import { coverageShows } from '@yitang/contract';
import { readPeriod } from '#lib/features/reform/period.ts';
import { api } from '#lib/server/api.ts';
import { toRefusedQuery } from '#lib/server/refused-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const search = event.url.searchParams;
  const period = readPeriod(search);
  const [department, month] = [search.get('department') ?? '', search.get('month') ?? ''];
  const show = coverageShows.find((one) => one === search.get('show')) ?? 'owed';
  const after = search.get('after') ?? undefined;
  const answer = await api(event)
    .listCoverageMatters({ query: { ...period, department, month, show, after, limit: 50 } })
    .catch(toRefusedQuery);
  const asked = { period, department, month, show, isFirst: after === undefined };
  return 'items' in answer ? { ...asked, list: answer, issues: [] } : { ...asked, list: null, issues: answer.issues };
};
