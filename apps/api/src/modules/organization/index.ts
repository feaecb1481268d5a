export { calendarFor, calendarYears, officeTimeFor } from './calendar-for.ts';
export { findPost, findPostHolders, findPosts, listPosts, postsHeldBy, type PostView } from './find-posts.ts';
export {
  departmentFinder,
  departmentNames,
  listCampuses,
  listCounters,
  listDepartments,
  scopeNames,
  type CampusView,
  type CounterView,
  type DepartmentView,
} from './list-departments.ts';
