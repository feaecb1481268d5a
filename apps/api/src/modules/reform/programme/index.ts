import type { ApiModule } from '../../../platform/endpoint/index.ts';
import { computeScores } from './compute-scores.ts';
import { programmeRoutes } from './programme.routes.ts';
import { remindOfTasks } from './remind-of-tasks.ts';
import { computeScoresJob } from './scores.ts';

/** Programme, tasks, inspections, accountability and scores: a part of the module of the reform. */
export const programmePart = {
  routes: programmeRoutes,
  registerJobs: (jobs) => jobs.register(computeScoresJob, computeScores, { leaseSeconds: 600 }),
  registerCron: (jobs) => jobs.schedule('programme.remind', '50 8 * * *', remindOfTasks),
} satisfies Partial<ApiModule>;
