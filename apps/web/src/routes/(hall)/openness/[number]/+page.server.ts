import { error } from '@sveltejs/kit';
import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.locals.cachePublic = true;
  const number = Number(event.params.number);
  if (!Number.isInteger(number) || number < 1) error(404);
  const after = event.url.searchParams.get('after') ?? undefined;
  const query = { after, limit: 100 };
  return { after, batch: await api(event).getPublishedBatch({ params: { number }, query }).catch(toError) };
};
