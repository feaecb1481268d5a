import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const after = event.url.searchParams.get('after') ?? undefined;
  return { filings: await api(event).listFilings({ query: { after } }).catch(toError), after };
};
