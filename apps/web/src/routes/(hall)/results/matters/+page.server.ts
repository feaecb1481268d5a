import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const read = (name: string) => event.url.searchParams.get(name)?.trim() || undefined;
  const [figure, month, after] = [read('figure') ?? '', read('month'), read('after')];
  const client = api(event);
  const [view, list] = await Promise.all([
    client.getResults({ query: { month } }),
    client.listResultMatters({ query: { figure, month, after } }),
  ]).catch(toError);
  return { figure, month, after, view, list };
};
