import type { ApiModule } from '../platform/endpoint/index.ts';
import { caseModule } from './case/index.ts';
import { catalogModule } from './catalog/index.ts';
import { contentModule } from './content/index.ts';
import { favouriteModule } from './favourite/index.ts';
import { feedbackModule } from './feedback/index.ts';
import { identityModule } from './identity/index.ts';
import { materialModule } from './material/index.ts';
import { notificationModule } from './notification/index.ts';
import { organizationModule } from './organization/index.ts';
import { reformModule } from './reform/index.ts';
import { siteModule } from './site/index.ts';
import { supervisionModule } from './supervision/index.ts';

/** Every feature of the API. A module adds its `…Module` here; the order has no meaning. */
export const modules: readonly ApiModule[] = [
  caseModule,
  catalogModule,
  contentModule,
  favouriteModule,
  feedbackModule,
  identityModule,
  materialModule,
  notificationModule,
  organizationModule,
  reformModule,
  siteModule,
  supervisionModule,
];
