import {
  defaultSpans,
  makeWorkingCalendar,
  type CalendarPins,
  type CalendarYear,
  type OfficeTime,
} from '@yitang/domain/calendar';
import { refuseInTransaction, type Em } from '../../database/index.ts';
import type { Deps } from '../../platform/endpoint/index.ts';
import {
  calendarYears,
  listDepartments,
  listPosts,
  type DepartmentView,
  type PostView,
} from '../organization/index.ts';
import type { Holder } from './view/stations.ts';

/** Posts, departments and the working calendar, as commands and lists ask for them many times a second. */
export interface Directory {
  /** The post that a route means by `code`; of posts that every department has, the one of the applicant's. */
  findPost(code: string, applicantDepartmentId: string | null): PostView | undefined;
  findPostById(id: string): PostView | undefined;
  /** In the order of their codes. */
  postsAmong(ids: ReadonlySet<string>): readonly PostView[];
  findDepartment(id: string | null): DepartmentView | undefined;
  postsOfDepartment(id: string): readonly PostView[];
  holderOf(post: PostView | undefined): Holder | null;
  /** Hours of work; of each year the pinned version of the calendar, otherwise the newest. */
  office(pins?: CalendarPins): OfficeTime;
}

interface Remembered {
  readonly loading: Promise<Directory>;
  loaded?: Directory;
  readonly until: number;
}

/** Posts change a few times a year; a change is seen within seconds. */
const keptMilliseconds = 5_000;
const remembered = new WeakMap<object, Remembered>();

/**
 * Three statements at most every few seconds, otherwise none. To be asked for before a transaction begins: whoever waits
 * inside one for another's load may hold the connection that the load needs.
 */
export async function getDirectory(deps: DirectorySource): Promise<Directory> {
  refuseInTransaction('the directory is waited for');
  const known = remembered.get(deps.orm);
  if (known !== undefined && known.until > performance.now()) return known.loading;
  const loading = loadDirectory(deps.orm.em.fork(), deps.config.timeZone);
  const fresh: Remembered = { loading, until: performance.now() + keptMilliseconds };
  remembered.set(deps.orm, fresh);
  loading.then(
    (directory) => (fresh.loaded = directory),
    () => remembered.delete(deps.orm),
  );
  return loading;
}

/** The same inside a transaction: waits for nobody. */
export async function getDirectoryInside(deps: DirectorySource, em: Em): Promise<Directory> {
  const known = remembered.get(deps.orm);
  const isFresh = known?.loaded !== undefined && known.until > performance.now();
  return isFresh ? (known.loaded as Directory) : loadDirectory(em, deps.config.timeZone);
}

type DirectorySource = Pick<Deps, 'orm' | 'config'>;

/** Called when a calendar year was imported: the next question sees it. */
export function forgetDirectory(deps: Pick<Deps, 'orm'>): void {
  remembered.delete(deps.orm);
}

async function loadDirectory(em: Em, zone: string): Promise<Directory> {
  const posts = await listPosts(em);
  const departments = await listDepartments(em, { withClosed: true });
  return makeDirectory({ posts, departments, years: await calendarYears(em), zone });
}

export interface DirectoryParts {
  readonly posts: readonly PostView[];
  readonly departments: readonly DepartmentView[];
  readonly years: readonly CalendarYear[];
  readonly zone: string;
}

export function makeDirectory({ posts, departments, years, zone }: DirectoryParts): Directory {
  const byId = new Map(posts.map((post) => [post.id, post]));
  const byCode = Map.groupBy(posts, ({ code }) => code);
  const byDepartment = Map.groupBy(posts, ({ departmentId }) => departmentId);
  const departmentById = new Map(departments.map((department) => [department.id, department]));
  const offices = new Map<string, OfficeTime>();
  const office = (pins: CalendarPins = {}): OfficeTime => {
    const key = JSON.stringify(pins);
    const known = offices.get(key);
    if (known !== undefined) return known;
    const made: OfficeTime = { zone, calendar: makeWorkingCalendar(years, pins), spans: defaultSpans };
    offices.set(key, made);
    return made;
  };
  return {
    findPost: (code, applicantDepartmentId) =>
      byCode.get(code)?.find((post) => !post.isOfApplicantsDepartment || post.departmentId === applicantDepartmentId),
    findPostById: (id) => byId.get(id),
    postsAmong: (ids) => posts.filter(({ id }) => ids.has(id)),
    findDepartment: (id) => (id === null ? undefined : departmentById.get(id)),
    postsOfDepartment: (id) => byDepartment.get(id) ?? [],
    holderOf: (post) =>
      post === undefined
        ? null
        : { department: departmentById.get(post.departmentId)?.name ?? '', post: post.name, phone: post.phone },
    office,
  };
}
