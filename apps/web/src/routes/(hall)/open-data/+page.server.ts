import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  event.locals.cachePublic = true;
};
