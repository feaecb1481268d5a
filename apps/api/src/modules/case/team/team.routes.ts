import { teamEndpoints } from '@yitang/contract';
import { routes } from '../../../platform/endpoint/index.ts';
import { endOwnDeputy, nameOwnDeputy } from './change-deputies.ts';
import { getTeam } from './get-team.ts';

export const teamRoutes = routes(teamEndpoints, {
  getTeam: (_input, call) => getTeam(call),
  nameDeputy: ({ body }, call) => nameOwnDeputy(call, body),
  endDeputy: async ({ params }, call) => void (await endOwnDeputy(call, params.id)),
});
