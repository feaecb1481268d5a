import { frequencyCsv, frequencyFileName } from '#lib/features/reform/frequency-csv.ts';
import { readPeriod } from '#lib/features/reform/period.ts';
import { api, toError } from '#lib/server/api.ts';
import { csvResponse } from '#lib/server/csv.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const set = await api(event)
    .getHighFrequencySet({ query: readPeriod(event.url.searchParams) })
    .catch(toError);
  return csvResponse(frequencyCsv(set), frequencyFileName(set), 'high-frequency.csv');
};
