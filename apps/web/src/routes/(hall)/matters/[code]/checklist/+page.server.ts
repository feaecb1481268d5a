import { readSituation } from '#lib/features/matter/read-situation.ts';
import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.locals.cachePublic = true;
  const situation = readSituation(event.url.searchParams);
  const { code } = event.params;
  return {
    situation,
    guide: await api(event).getMatter({ params: { code }, query: { situation } }).catch(toError),
  };
};
