import type { ApiModule } from '../../platform/endpoint/index.ts';
import { supervisionRoutes } from './supervision.routes.ts';

export const supervisionModule: ApiModule = { name: 'supervision', routes: supervisionRoutes };
