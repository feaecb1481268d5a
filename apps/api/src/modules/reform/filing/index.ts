import type { Deps } from '../../../platform/endpoint/index.ts';
import type { JobRegistry } from '../../../platform/jobs/index.ts';
import { filingRoutes } from './filing.routes.ts';
import { makePapers, makePapersJob } from './make-papers.ts';
import { createPaperDesk, paperDeskKey } from './papers/paper-desk.ts';

/** What the reform module takes of the filing packages. */
export const filingPart = {
  routes: filingRoutes,
  registerJobs: (jobs: JobRegistry): void => jobs.register(makePapersJob, makePapers, { leaseSeconds: 120 }),
  provide: ({ services }: Pick<Deps, 'services'>): void => services.provide(paperDeskKey, createPaperDesk()),
  stop: ({ services }: Pick<Deps, 'services'>): Promise<void> => services.get(paperDeskKey).close(),
};
