import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

/** `s.reason=lost&s.kind=paper` of the form → `reason:lost,kind:paper` of the API. */
function readSituation(search: URLSearchParams): string | undefined {
  const pairs = [...search].filter(([name, value]) => name.startsWith('s.') && value !== '');
  return pairs.length === 0 ? undefined : pairs.map(([name, value]) => `${name.slice(2)}:${value}`).join(',');
}

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
