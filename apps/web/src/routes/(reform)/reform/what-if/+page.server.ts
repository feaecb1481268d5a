import { readScenario } from '#lib/features/reform/target/scenario-address.ts';
import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const scenario = readScenario(event.url.searchParams);
  return { scenario, result: await api(event).getWhatIf({ query: scenario }).catch(toError) };
};
