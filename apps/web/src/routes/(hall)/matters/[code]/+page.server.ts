import { readSituation } from '#lib/features/matter/read-situation.ts';
import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.locals.cachePublic = true;
  const search = event.url.searchParams;
  // The code on a printed notice leads here with what was chosen.
  const situation = readSituation(search) ?? search.get('situation') ?? undefined;
  const version = search.get('version') ?? undefined;
  return {
    situation,
    guide: await api(event)
      .getMatter({ params: { code: event.params.code }, query: { version, situation } })
      .catch(toError),
  };
};
