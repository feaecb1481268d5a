import { supervisionEndpoints } from '@yitang/contract';
import { routes } from '../../platform/endpoint/index.ts';
import { listAudit } from './list-audit.ts';
import { verifyTrail } from './verify-audit.ts';

export const supervisionRoutes = routes(supervisionEndpoints, {
  listAudit: ({ query }, call) => listAudit(call, query),
  verifyAudit: (_, call) => verifyTrail(call),
});
