import type { ApiModule } from '../../platform/endpoint/index.ts';
import { organizationRoutes } from './organization.routes.ts';
import { calendarImportedKind, waitingCasesKey } from './waiting-cases.ts';

export { calendarFor, calendarYears } from './calendar-for.ts';
export {
  countHeldPosts,
  findPostHolders,
  listPostHolders,
  listPosts,
  postIdsHeldBy,
  type PostView,
} from './find-posts.ts';
export { calendarColumns, planCalendarImport, type CalendarPlan } from './import-calendar.ts';
export { departmentColumns, planDepartmentImport } from './import-departments.ts';
export { differs, emptyPlan, planUpserts, type ImportPlan } from './import-plan.ts';
export { endDeputy, listDeputies, nameDeputy, type DeputyView } from './deputies.ts';
export { planPostImport, postColumns } from './import-posts.ts';
export {
  departmentFinder,
  departmentNames,
  listCampuses,
  listCounters,
  listDepartments,
  listPlaces,
  scopeFinder,
  scopeNames,
  type CampusView,
  type CounterView,
  type DepartmentView,
  type FindScope,
  type ReceivingPlace,
} from './list-departments.ts';
export { calendarImported, waitingCasesKey, type WaitingCases } from './waiting-cases.ts';

/** Departments, posts, counters and the working calendar. */
export const organizationModule: ApiModule = {
  name: 'organization',
  routes: organizationRoutes,
  registerJobs: (jobs, { services }) =>
    jobs.register(calendarImportedKind, async (payload, run) => {
      const { year } = payload as { year: number };
      await services.find(waitingCasesKey)?.complete(year, run);
    }),
};
