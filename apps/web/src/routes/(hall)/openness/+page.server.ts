import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.locals.cachePublic = true;
  const after = event.url.searchParams.get('after') ?? undefined;
  return { after, batches: await api(event).listPublishedBatches({ query: { after } }).catch(toError) };
};
