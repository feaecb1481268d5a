import { frequencyCsv, frequencyFileName } from '#lib/features/reform/frequency-csv.ts';
import { readPeriod, readScope } from '#lib/features/reform/period.ts';
import { api, toError, type Api } from '#lib/server/api.ts';
import { csvResponse } from '#lib/server/csv.ts';
import type { RequestHandler } from './$types';

/** What the address says may be none of the values; the API tells. */
type SetQuery = NonNullable<NonNullable<Parameters<Api['getHighFrequencySet']>[0]>['query']>;

export const GET: RequestHandler = async (event) => {
  const search = event.url.searchParams;
  const set = await api(event)
    .getHighFrequencySet({ query: { ...readPeriod(search), ...readScope(search) } as SetQuery })
    .catch(toError);
  return csvResponse(frequencyCsv(set), frequencyFileName(set), 'high-frequency.csv');
};
