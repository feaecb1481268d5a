import type { PageServerLoad } from './$types';

/** The same for every visitor, so it may be kept with the pages of the catalog. */
export const load: PageServerLoad = ({ locals }) => {
  locals.cachePublic = true;
};
