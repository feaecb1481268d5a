import { adminEndpoints } from '@yitang/contract';
import { routes } from '../../platform/endpoint/index.ts';
import { listCalendarYears } from './list-calendar-years.ts';
import { listScopes } from './list-scopes.ts';

export const organizationRoutes = routes(adminEndpoints, {
  listCalendarYears: (_input, call) => listCalendarYears(call),
  listScopes: (_input, call) => listScopes(call.em),
});
