import { dataSourceEndpoints } from '@yitang/contract';
import { routes } from '../../../platform/endpoint/index.ts';
import { addSource, endSource } from './keep-sources.ts';
import { listSources } from './list-sources.ts';

export const dataSourceRoutes = routes(dataSourceEndpoints, {
  listDataSources: (_input, call) => listSources(call),
  addDataSource: ({ body }, call) => addSource(call, body),
  endDataSource: ({ params, body }, call) => endSource(call, params.id, body),
});
