import { redirect } from '@sveltejs/kit';
import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const read = (name: string) => event.url.searchParams.get(name)?.trim() || undefined;
  const [figure, month, after] = [read('figure') ?? '', read('month'), read('after')];
  // Without a figure there is no list to show; the figures are on the page before.
  if (figure === '') redirect(303, month === undefined ? '/results' : `/results?month=${encodeURIComponent(month)}`);
  const client = api(event);
  const [view, list] = await Promise.all([
    client.getResults({ query: { month } }),
    client.listResultMatters({ query: { figure, month, after } }),
  ]).catch(toError);
  return { figure, month, after, view, list };
};
