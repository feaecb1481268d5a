import type { ApiModule } from '../../platform/endpoint/index.ts';
import { countUsesKey } from '../catalog/index.ts';
import { countUses } from './count-uses.ts';
import { programmePart } from './programme/index.ts';
import { resultsPart } from './results/index.ts';
import { filingPart } from './filing/index.ts';
import { frequencyRoutes } from './frequency/frequency.routes.ts';
import { targetRoutes } from './target/target.routes.ts';
import { overviewRoutes } from './overview/overview.routes.ts';
import { tripRoutes } from './trip/trip.routes.ts';
import { VolumeMemory, volumeMemoryKey } from './volume/index.ts';
import { volumeRoutes } from './volume/volume.routes.ts';
import { auditPromises, auditTonight } from './promise/audit-promises.ts';
import { promiseRoutes } from './promise/promise.routes.ts';
import { auditJob } from './promise/start-audit.ts';
import { reductionRoutes } from './reduction/reduction.routes.ts';

export { findSavedTrips, type SavedByMatter } from './trip/saved-by-matter.ts';

export const reformModule: ApiModule = {
  name: 'reform',
  routes: [
    ...overviewRoutes,
    ...frequencyRoutes,
    ...volumeRoutes,
    ...reductionRoutes,
    ...promiseRoutes,
    ...targetRoutes,
    ...tripRoutes,
    ...programmePart.routes,
    ...filingPart.routes,
    ...resultsPart.routes,
  ],
  registerJobs: (jobs) => {
    jobs.register(auditJob, auditPromises, { maxAttempts: 3, leaseSeconds: 600 });
    programmePart.registerJobs(jobs);
    filingPart.registerJobs(jobs);
  },
  registerCron: (jobs) => {
    jobs.schedule(auditJob, '40 2 * * *', auditTonight);
    programmePart.registerCron(jobs);
    resultsPart.registerCron(jobs);
  },
  provide(deps) {
    deps.services.provide(countUsesKey, (em, at) => countUses(em, at, deps.config.timeZone));
    deps.services.provide(volumeMemoryKey, new VolumeMemory());
    filingPart.provide(deps);
  },
  stop: filingPart.stop,
};
