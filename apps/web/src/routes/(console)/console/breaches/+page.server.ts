import { readBreachView } from '#lib/features/catalog-check/breach-view.ts';
import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const view = readBreachView(event.url.searchParams);
  const { by: _by, ...filter } = view;
  return {
    view,
    list: await api(event)
      .listBreaches({ query: { ...filter, limit: 20 } })
      .catch(toError),
  };
};
