import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.locals.cachePublic = true;
  const edition = event.url.searchParams.get('edition') ?? undefined;
  return {
    power: await api(event)
      .getPower({ params: { code: event.params.code }, query: { edition } })
      .catch(toError),
  };
};
