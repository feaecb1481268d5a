import { error } from '@sveltejs/kit';
import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.locals.cachePublic = true;
  if (!/^\d{1,6}$/.test(event.params.number)) error(404);
  const client = api(event);
  const since = event.url.searchParams.get('since') ?? undefined;
  const [changes, editions] = await Promise.all([
    client.getPowerChanges({ params: { number: event.params.number }, query: { since } }).catch(toError),
    client.listPowerEditions().catch(toError),
  ]);
  return { changes, editions: editions.items };
};
