import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

const known = ['student', 'teacher', 'parent', 'alumnus', 'visitor'] as const;

export const load: PageServerLoad = async (event) => {
  event.locals.cachePublic = true;
  const wanted = event.url.searchParams.get('audience');
  const audience = known.find((one) => one === wanted);
  return { audience: audience ?? null, home: await api(event).getHallHome({ query: { audience } }).catch(toError) };
};
