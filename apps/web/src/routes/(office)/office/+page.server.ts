import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

const views = ['open', 'correcting', 'finished', 'extension'] as const;

export const load: PageServerLoad = async (event) => {
  const search = event.url.searchParams;
  const view = views.find((one) => one === search.get('view')) ?? 'open';
  const after = search.get('after') ?? undefined;
  const holder = search.get('holder') ?? undefined;
  const late = search.get('late') === 'yes' ? ('yes' as const) : undefined;
  return {
    view,
    holder,
    late,
    after: after ?? null,
    inbox: await api(event)
      .listInbox({ query: { view, after, holder, late, limit: 50 } })
      .catch(toError),
  };
};
