import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

const names = ['edition', 'q', 'department', 'after'] as const;

export const load: PageServerLoad = async (event) => {
  event.locals.cachePublic = true;
  const chosen: Partial<Record<(typeof names)[number], string>> = {};
  for (const name of names) {
    const value = event.url.searchParams.get(name)?.trim();
    if (value) chosen[name] = value;
  }
  return {
    chosen,
    list: await api(event)
      .listPowers({ query: { ...chosen, limit: 50 } })
      .catch(toError),
  };
};
