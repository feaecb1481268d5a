import { redirect } from '@sveltejs/kit';
import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

const names = ['q', 'audience', 'department', 'category', 'life', 'channel', 'trips', 'online', 'after'] as const;

export const load: PageServerLoad = async (event) => {
  const chosen: Record<string, string> = {};
  for (const name of names) {
    const value = event.url.searchParams.get(name)?.trim();
    if (value) chosen[name] = value;
  }
  const [list, { me }] = await Promise.all([
    api(event)
      .listMatters({ query: { ...chosen, limit: 24 } })
      .catch(toError),
    event.parent(),
  ]);
  if (list.caseNumber !== null) redirect(303, `/my/cases/number/${list.caseNumber}`);
  // Where nothing is found there is a form to ask, with a key of its own.
  event.locals.cachePublic = list.total > 0;
  return { chosen, list, kept: me?.dues.kept };
};
