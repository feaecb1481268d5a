import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.locals.cachePublic = true;
  const version = event.url.searchParams.get('version') ?? undefined;
  return {
    guide: await api(event)
      .getMatter({ params: { code: event.params.code }, query: { version } })
      .catch(toError),
  };
};
