import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.depends('reform:screen');
  return { overview: await api(event).getReformOverview({}).catch(toError) };
};
