import { promiseEndpoints } from '@yitang/contract';
import { routes } from '../../../platform/endpoint/index.ts';
import { acceptProposal, rejectProposal } from './decide-proposal.ts';
import { getMatterHealth, listPromiseCases } from './get-matter-health.ts';
import { getPromiseHealth } from './get-promise-health.ts';
import { listAuditedCases } from './list-audited-cases.ts';
import { listProposals } from './list-proposals.ts';
import { cancelAudit, startAudit } from './start-audit.ts';

export const promiseRoutes = routes(promiseEndpoints, {
  getPromiseHealth: ({ query }, call) => getPromiseHealth(call, query),
  getMatterHealth: ({ params }, call) => getMatterHealth(call, params.code),
  listPromiseCases: ({ params, query }, call) => listPromiseCases(call, params.code, query),
  listAuditedCases: ({ params, query }, call) => listAuditedCases(call, params.code, query),
  startPromiseAudit: (_input, call) => startAudit(call),
  cancelPromiseAudit: ({ params }, call) => cancelAudit(call, params.id),
  listGuideProposals: ({ query }, call) => listProposals(call, query),
  acceptGuideProposal: ({ params, body }, call) => acceptProposal(call, params.id, body),
  rejectGuideProposal: ({ params, body }, call) => rejectProposal(call, params.id, body),
});
