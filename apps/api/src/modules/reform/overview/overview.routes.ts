import { overviewEndpoints } from '@yitang/contract';
import { routes } from '../../../platform/endpoint/index.ts';
import { getOverview } from './get-overview.ts';
import { listHeatRest } from './list-heat-rest.ts';

export const overviewRoutes = routes(overviewEndpoints, {
  getReformOverview: ({ query }, call) => getOverview(call, query),
  listHeatRest: ({ query }, call) => listHeatRest(call, query),
});
