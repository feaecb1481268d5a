import { overviewEndpoints } from '@yitang/contract';
import { routes } from '../../../platform/endpoint/index.ts';
import { getOverview } from './get-overview.ts';

export const overviewRoutes = routes(overviewEndpoints, {
  getReformOverview: ({ query }, call) => getOverview(call, query),
});
