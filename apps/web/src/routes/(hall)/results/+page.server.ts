import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const month = event.url.searchParams.get('month')?.trim() || undefined;
  return { month, view: await api(event).getResults({ query: { month } }).catch(toError) };
};
