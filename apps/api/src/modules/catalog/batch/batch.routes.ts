import { batchEndpoints } from '@yitang/contract';
import { routes } from '../../../platform/endpoint/index.ts';
import { fillBatch } from './fill-batch.ts';
import { getBatchImpact } from './get-batch-impact.ts';
import { getBatch, listBatches } from './get-batch.ts';
import { listBatchCandidates, listBatchDrafts } from './list-batch-drafts.ts';
import { editBatch, planBatch } from './plan-batch.ts';
import { publishBatch } from './publish-batch.ts';
import { scheduleBatch } from './schedule-batch.ts';
import { withdrawBatch } from './withdraw-batch.ts';

export const batchRoutes = routes(batchEndpoints, {
  listBatches: ({ query }, call) => listBatches(call, query),
  planBatch: ({ body }, call) => planBatch(call, body),
  getBatch: ({ params }, call) => getBatch(call, params.id),
  editBatch: async ({ params, body }, call) => {
    await editBatch(call, params.id, body);
    return undefined;
  },
  listBatchDrafts: ({ params, query }, call) => listBatchDrafts(call, params.id, query),
  getBatchImpact: ({ params }, call) => getBatchImpact(call, params.id),
  listBatchCandidates: ({ params, query }, call) => listBatchCandidates(call, params.id, query),
  fillBatch: ({ params, body }, call) => fillBatch(call, params.id, body),
  scheduleBatch: ({ params, body }, call) => scheduleBatch(call, params.id, body),
  publishBatch: ({ params, body }, call) => publishBatch(call, params.id, body),
  withdrawBatch: async ({ params, body }, call) => {
    await withdrawBatch(call, params.id, body);
    return undefined;
  },
});
