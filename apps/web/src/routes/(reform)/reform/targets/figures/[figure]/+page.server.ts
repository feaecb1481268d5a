import { matterFigureKeys, matterFigureShows } from '@yitang/contract';
import { error } from '@sveltejs/kit';
import { api } from '#lib/server/api.ts';
import { toRefusedQuery } from '#lib/server/refused-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { params, url } = event;
  const key = matterFigureKeys.find((one) => one === params.figure);
  if (key === undefined) error(404);
  const asOf = url.searchParams.get('asOf')?.trim() || undefined;
  const show = matterFigureShows.find((one) => one === url.searchParams.get('show')) ?? 'part';
  const after = url.searchParams.get('after') ?? undefined;
  const answer = await api(event)
    .listFigureMatters({ params: { figure: key }, query: { asOf, show, after, limit: 50 } })
    .catch(toRefusedQuery);
  const asked = { key, asOf, show, isFirst: after === undefined };
  return 'items' in answer ? { ...asked, list: answer, issues: [] } : { ...asked, list: null, issues: answer.issues };
};
