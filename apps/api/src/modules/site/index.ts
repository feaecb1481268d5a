import type { ApiModule } from '../../platform/endpoint/index.ts';
import { siteRoutes } from './site.routes.ts';

export const siteModule: ApiModule = { name: 'site', routes: siteRoutes };
