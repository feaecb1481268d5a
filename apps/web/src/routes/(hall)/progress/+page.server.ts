import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const [progress, view] = await Promise.all([client.getProgress(), client.getResults({ query: {} })]).catch(toError);
  return { progress, targets: view.results.targets };
};
