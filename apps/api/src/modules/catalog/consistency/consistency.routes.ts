import { consistencyEndpoints } from '@yitang/contract';
import { routes } from '../../../platform/endpoint/index.ts';
import { listBreaches } from './list-breaches.ts';
import { listDraftBreaches } from './list-draft-breaches.ts';

export const consistencyRoutes = routes(consistencyEndpoints, {
  listBreaches: ({ query }, call) => listBreaches(call, query),
  listDraftBreaches: ({ params }, call) => listDraftBreaches(call, params.id),
});
