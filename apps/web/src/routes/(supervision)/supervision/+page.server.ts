import { readFilter } from '#lib/features/supervision/audit-filter.ts';
import { api, toFail } from '#lib/server/api.ts';
import { toRefusedQuery } from '#lib/server/refused-query.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const filter = readFilter(event.url.searchParams);
  const after = event.url.searchParams.get('after') ?? undefined;
  const { action, actor, target } = filter;
  const answer = await api(event)
    .listAudit({ query: { action, actor, target, after, limit: 50 } })
    .catch(toRefusedQuery);
  const isFirst = after === undefined;
  return 'items' in answer
    ? { filter, isFirst, lines: answer.items, next: answer.next, issues: [] }
    : { filter, isFirst, lines: [], next: undefined, issues: answer.issues };
};

export const actions: Actions = {
  verify: async (event) =>
    api(event)
      .verifyAudit()
      .then((report) => ({ report }))
      .catch((refused: unknown) => toFail(refused)),
};
