import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

const known = ['student', 'teacher', 'parent', 'alumnus', 'visitor'] as const;

export const load: PageServerLoad = async (event) => {
  event.locals.cachePublic = true;
  const wanted = event.url.searchParams.get('audience');
  const chosen = known.find((one) => one === wanted);
  const { me } = await event.parent();
  const applicant = me?.activeRole === 'applicant' ? me : null;
  // Whoever chose nothing sees first what people like them need.
  const audience = chosen ?? (wanted === null ? (applicant?.audience ?? undefined) : undefined);
  const home = await api(event).getHallHome({ query: { audience } }).catch(toError);
  const everyoneHref = applicant === null ? '/' : '/?audience=all';
  return { chosen, audience: audience ?? null, everyoneHref, home, dues: applicant?.dues ?? null };
};
