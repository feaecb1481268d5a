import type { ApiModule } from '../../platform/endpoint/index.ts';
import { countUsesKey } from '../catalog/index.ts';
import { countUses } from './count-uses.ts';
import { reformRoutes } from './reform.routes.ts';

export const reformModule: ApiModule = {
  name: 'reform',
  routes: reformRoutes,
  provide(deps) {
    deps.services.provide(countUsesKey, (em, at) => countUses(em, at, deps.config.timeZone));
  },
};
