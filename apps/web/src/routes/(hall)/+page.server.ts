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
  const client = api(event);
  const [home, dues] = await Promise.all([
    client.getHallHome({ query: { audience } }).catch(toError),
    applicant === null ? null : client.getMyDues().catch(toError),
  ]);
  return { chosen, audience: audience ?? null, everyoneHref: applicant === null ? '/' : '/?audience=all', home, dues };
};
