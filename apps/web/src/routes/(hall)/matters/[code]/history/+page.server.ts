import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.locals.cachePublic = true;
  const { code } = event.params;
  return { history: await api(event).listMatterVersions({ params: { code } }).catch(toError) };
};
