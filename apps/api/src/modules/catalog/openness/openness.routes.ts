import { opennessEndpoints } from '@yitang/contract';
import { routes } from '../../../platform/endpoint/index.ts';
import { getCatalogIndex } from './get-catalog-index.ts';
import { listMatterVersions } from './list-matter-versions.ts';
import { getPublishedBatch, listPublishedBatches } from './list-published-batches.ts';

export const opennessRoutes = routes(opennessEndpoints, {
  listPublishedBatches: ({ query }, call) => listPublishedBatches(call, query),
  getPublishedBatch: ({ params, query }, call) => getPublishedBatch(call, params.number, query),
  listMatterVersions: ({ params }, call) => listMatterVersions(call, params.code),
  getCatalogIndex: ({ query }, call) => getCatalogIndex(call, query),
});
