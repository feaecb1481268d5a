import type { ApiModule } from '../../platform/endpoint/index.ts';
import { handbookRoutes } from './handbook/handbook.routes.ts';

/** What staff read and learn. */
export const contentModule: ApiModule = { name: 'content', routes: handbookRoutes };
