import { targetShows } from '@yitang/contract';
import { readScenario } from '#lib/features/reform/target/scenario-address.ts';
import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const search = event.url.searchParams;
  const scenario = readScenario(search);
  const show = targetShows.find((one) => one === search.get('show')) ?? 'non-members';
  const numerator = search.get('numerator') ?? undefined;
  const after = search.get('after') ?? undefined;
  const query = { do: scenario.do, target: search.get('target') ?? '', show, numerator, after, limit: 50 };
  const list = await api(event).listWhatIfMatters({ query }).catch(toError);
  return { scenario, show, numerator, isFirst: after === undefined, list };
};
