import type { ApiModule } from '../../../platform/endpoint/index.ts';
import { freezeMonths } from './freeze-months.ts';
import { resultsRoutes } from './results.routes.ts';

/** What the reform has reached, for everybody, and the months that were frozen: a part of the module of the reform. */
export const resultsPart = {
  routes: resultsRoutes,
  // Late on the first, so that what other systems report that day of the month before is in it.
  registerCron: (jobs) => jobs.schedule('reform.freeze-months', '10 22 1 * *', freezeMonths),
} satisfies Partial<ApiModule>;
