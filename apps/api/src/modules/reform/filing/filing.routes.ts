import { filingEndpoints } from '@yitang/contract';
import { routes } from '../../../platform/endpoint/index.ts';
import { addDecree, attachDecree, listChoices, readDecree } from './decrees.ts';
import { readFilingKey } from './filing-key.ts';
import { freezeFiling } from './freeze-filing.ts';
import { getFiling } from './get-filing.ts';
import { listFilings } from './list-filings.ts';
import { planFiling } from './plan-filing.ts';
import { readArchive, readPaper } from './read-papers.ts';
import { attachReceipt, readReceipt } from './receipt-file.ts';
import { cancelFiling, recordReceipt, returnFiling, sendFiling } from './take-steps.ts';

export const filingRoutes = routes(filingEndpoints, {
  getFilingChoices: (_input, call) => listChoices(call),
  addFilingDecree: ({ body }, call) => addDecree(call, body),
  attachFilingDecree: ({ params }, call) => attachDecree(call, params.id),
  readFilingDecree: ({ params }, call) => readDecree(call, params.id),
  listFilings: ({ query }, call) => listFilings(call, query),
  planFiling: ({ body }, call) => planFiling(call, body),
  getFiling: ({ params }, call) => getFiling(call, params.id),
  cancelFiling: ({ params, body }, call) => cancelFiling(call, params.id, body),
  freezeFiling: ({ params, body }, call) => freezeFiling(call, params.id, body.revision),
  sendFiling: ({ params, body }, call) => sendFiling(call, params.id, body),
  recordFilingReceipt: ({ params, body }, call) => recordReceipt(call, params.id, body),
  returnFiling: ({ params, body }, call) => returnFiling(call, params.id, body),
  attachFilingReceipt: ({ params }, call) => attachReceipt(call, params.id),
  readFilingReceipt: ({ params }, call) => readReceipt(call, params.id),
  readFilingFile: ({ params }, call) => readPaper(call, params.id, params.fileId),
  readFilingArchive: ({ params }, call) => readArchive(call, params.id),
  readFilingKey: ({ query }, call) => readFilingKey(call, query.id),
});
