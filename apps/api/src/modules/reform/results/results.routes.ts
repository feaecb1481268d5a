import { resultsEndpoints } from '@yitang/contract';
import { routes } from '../../../platform/endpoint/index.ts';
import { activeRole } from '../../../platform/principal/index.ts';
import { findMissedMonths, freezeMissedMonth } from './freeze-months.ts';
import { getFrozenMonth, listMonths, readMonthFile } from './frozen-months.ts';
import { getOpenResults, getResults, listResultMatters } from './get-results.ts';
import { resultMattersCsv, resultsCsv } from './results-tables.ts';

export const resultsRoutes = routes(resultsEndpoints, {
  getResults: ({ query }, call) => getResults(call, query),
  listResultMatters: ({ query }, call) => listResultMatters(call, query),
  getOpenResults: ({ query }, call) => getOpenResults(call, query),
  getOpenResultsCsv: ({ query }, call) => resultsCsv(call, query),
  getOpenResultMattersCsv: ({ query }, call) => resultMattersCsv(call, query),
  readResultsDocument: ({ params }, call) => readMonthFile(call, params.month, 'document'),
  readResultsSignature: ({ params }, call) => readMonthFile(call, params.month, 'signature'),
  readResultsKey: ({ params }, call) => readMonthFile(call, params.month, 'key'),
  listFrozenMonths: async (_input, call) => ({
    items: await listMonths(call.em),
    missed: [...(await findMissedMonths(call))],
    mayFreeze: activeRole(call.principal) === 'reform-officer',
  }),
  freezeMissedMonth: ({ body }, call) => freezeMissedMonth(call, body.month),
  getFrozenMonth: ({ params }, call) => getFrozenMonth(call, params.month),
});
