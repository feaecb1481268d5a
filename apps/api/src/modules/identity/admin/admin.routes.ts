import { adminEndpoints } from '@yitang/contract';
import { routes } from '../../../platform/endpoint/index.ts';
import { createMachineClient } from './create-machine-client.ts';
import { giveGrant } from './give-grant.ts';
import { importFile } from './import-file.ts';
import { listMachineClients } from './list-machine-clients.ts';
import { listPeople } from './list-people.ts';
import { revokeGrant } from './revoke-grant.ts';
import { revokeMachineClient } from './revoke-machine-client.ts';
import { setAccountState } from './set-account-state.ts';

export const peopleRoutes = routes(adminEndpoints, {
  importFile: ({ params, query }, call) => importFile(call, { kind: params.kind, isDryRun: query.dryRun === '1' }),
  listPeople: ({ query }, call) => listPeople(call, query),
  giveGrant: ({ body }, call) => giveGrant(call, body),
  revokeGrant: ({ params }, call) => revokeGrant(call, params.id),
  setAccountState: ({ params, body }, call) => setAccountState(call, params.id, body),
  createMachineClient: ({ body }, call) => createMachineClient(call, body.name),
  listMachineClients: ({ query }, call) => listMachineClients(call, query),
  revokeMachineClient: ({ params }, call) => revokeMachineClient(call, params.id),
});
