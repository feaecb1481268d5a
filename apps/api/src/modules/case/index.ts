import type { ApiModule, Deps } from '../../platform/endpoint/index.ts';
import { countRunningKey } from '../catalog/index.ts';
import { findDuesKey } from '../identity/index.ts';
import { casesForFeedbackKey, listFinishedCasesKey, measuredTripsKey } from '../feedback/index.ts';
import { casesForMaterialKey } from '../material/index.ts';
import { waitingCasesKey } from '../organization/index.ts';
import { caseRoutes } from './case.routes.ts';
import { teamRoutes } from './team/team.routes.ts';
import { trialRoutes } from './trial/trial.routes.ts';
import { casesForFeedback } from './cases-for-feedback.ts';
import { casesForMaterial } from './cases-for-material.ts';
import { countRunning } from './counter/count-running.ts';
import { listFinishedCases } from './finished-cases.ts';
import { sumMeasuredTrips } from './visit/sum-measured-trips.ts';
import { completeDueDates, countWaitingCases } from './schedule/complete-due-dates.ts';
import { startCounterFolder, type CounterFolder } from './schedule/counter-folder.ts';
import { deemAccepted } from './schedule/deem-accepted.ts';
import { expireCorrections } from './schedule/expire-corrections.ts';
import { visitRoutes } from './visit/visit.routes.ts';
import { findDues } from './view/find-dues.ts';
import { purgeDrafts } from './schedule/purge-drafts.ts';
import { tellOfNewCases } from './schedule/tell-of-new-cases.ts';
import { remindOfLimits } from './schedule/remind-of-limits.ts';

export { findMatterNames } from './visit/matter-names.ts';
export { countBegunDrafts, type BegunDrafts } from './audit/count-begun.ts';
export { walkCases, type Walk, type WalkedCase } from './audit/walk-cases.ts';
export type { CounterSum } from './counter/add-to-counters.ts';
export { findCountedUntil, findVolumes, type Volume } from './counter/find-volumes.ts';
export { foldCounters } from './counter/fold-counters.ts';
export { listAcceptedCases, type AcceptedCase, type AcceptedQuery } from './counter/list-accepted-cases.ts';
export { foldArrivals, type ArrivalSum } from './visit/fold-arrivals.ts';
export { findArrivals, type CountedArrivals } from './visit/find-arrivals.ts';
export { listCountedVisits, type CountedVisit } from './visit/list-counted-visits.ts';
export { findDeclaredHistory, type DeclaredVersion } from './visit/declared-history.ts';
export { listTalliedCases, type TalliedCaseRow, type TalliedQuery } from './visit/list-tallied-cases.ts';
export { foldTrips } from './visit/fold-trips.ts';
export {
  addFigures,
  findTripCauses,
  findTripCells,
  findTripFigures,
  type ByDefinition,
  type TripCauseCount,
  type TripCell,
  type TripFigures,
  type TripMonths,
} from './visit/find-trip-figures.ts';
export { recountTrips, type TripDifferences } from './visit/rebuild-trips.ts';
export { tripRuleOf, type TripRule } from './visit/trip-rule.ts';
export { compareCounters, rebuildCounters } from './counter/rebuild-counters.ts';
export { raiseVolumeRevision, readVolumeRevision } from './counter/volume-revision.ts';
export { findBrokenEvents, findFirstBrokenEvent, type BrokenEvent } from './record/find-broken-events.ts';

const folders = new WeakMap<Deps, CounterFolder>();

/** Drafts, cases and all that happens to them. */
export const caseModule: ApiModule = {
  name: 'case',
  routes: [...caseRoutes, ...visitRoutes, ...trialRoutes, ...teamRoutes],
  provide: (deps) => {
    deps.services.provide(casesForMaterialKey, casesForMaterial(deps));
    deps.services.provide(casesForFeedbackKey, casesForFeedback(deps));
    deps.services.provide(listFinishedCasesKey, listFinishedCases);
    deps.services.provide(measuredTripsKey, sumMeasuredTrips);
    deps.services.provide(countRunningKey, countRunning);
    deps.services.provide(findDuesKey, findDues(deps));
    deps.services.provide(waitingCasesKey, { count: countWaitingCases, complete: completeDueDates });
  },
  registerCron: (jobs) => {
    // Shortly after the office has closed and in the morning, so that nobody is surprised in the middle of work.
    jobs.schedule('case.deem-accepted', '20 0,6,12,18 * * *', deemAccepted);
    jobs.schedule('case.expire-corrections', '35 0,6,12,18 * * *', expireCorrections);
    jobs.schedule('case.tell-new', '30 8-16 * * *', tellOfNewCases);
    jobs.schedule('case.remind', '30 8 * * *', remindOfLimits);
    jobs.schedule('draft.purge', '10 3 * * *', purgeDrafts);
  },
  start: async (deps) => {
    if (deps.config.hasJobs) folders.set(deps, startCounterFolder(deps));
  },
  stop: (deps) => folders.get(deps)?.stop(),
};
