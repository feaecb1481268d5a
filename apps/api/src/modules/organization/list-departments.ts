import { selectRows, type Em } from '../../database/index.ts';
import { Campus, Counter, Department, Office } from './organization.entity.ts';

export type DepartmentView = Readonly<
  Pick<
    Department,
    | 'id'
    | 'code'
    | 'name'
    | 'shortName'
    | 'nameEn'
    | 'kind'
    | 'parentId'
    | 'campusId'
    | 'place'
    | 'consultPhone'
    | 'complaintPhone'
    | 'aliases'
    | 'isActive'
  >
>;

/** All departments in the order of their codes; closed ones only when asked for. */
export async function listDepartments(em: Em, options: { withClosed?: boolean } = {}): Promise<DepartmentView[]> {
  const where = options.withClosed === true ? {} : { isActive: true };
  return em.find(Department, where, { orderBy: { code: 'asc' }, disableIdentityMap: true });
}

/** Names by id, for lists that show where somebody belongs. */
export async function departmentNames(em: Em, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const marks = wanted.map(() => '?').join(', ');
  const found = await selectRows<{ id: string; name: string }>(
    em,
    `select id, name from departments where id in (${marks})`,
    wanted,
  );
  return new Map(found.map(({ id, name }) => [id, name]));
}

/** Finds a department by code, name, short name or any other spelling; undefined where none or several fit. */
export function departmentFinder(departments: readonly DepartmentView[]): (text: string) => DepartmentView | undefined {
  const found = new Map<string, DepartmentView | 'several'>();
  for (const department of departments) {
    for (const key of new Set([department.name, department.shortName, ...department.aliases])) {
      found.set(key, found.has(key) ? 'several' : department);
    }
  }
  // a department's own name wins over another's alias, and a code over both
  for (const department of departments) found.set(department.name, department);
  for (const department of departments) found.set(department.code, department);
  return (text) => {
    const department = found.get(text.trim());
    return department === 'several' ? undefined : department;
  };
}

export type CampusView = Readonly<Pick<Campus, 'id' | 'code' | 'name' | 'nameEn' | 'address' | 'addressEn'>>;

export async function listCampuses(em: Em): Promise<CampusView[]> {
  return em.find(Campus, {}, { orderBy: { code: 'asc' }, disableIdentityMap: true });
}

export type CounterView = Readonly<
  Pick<Counter, 'code' | 'name' | 'nameEn' | 'place' | 'placeEn' | 'hours' | 'hoursEn' | 'periods'>
>;

/** Where people are received, in the order of codes. */
export async function listCounters(em: Em): Promise<CounterView[]> {
  return em.find(Counter, {}, { orderBy: { code: 'asc' }, disableIdentityMap: true });
}

/**
 * What scopes are called, by id: departments, offices, counters and campuses. Ids are unique over all of them.
 * One statement for each kind that is asked for.
 */
export async function scopeNames(em: Em, scopes: readonly Scope[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const load = async (kind: string, entity: typeof Department | typeof Office | typeof Counter | typeof Campus) => {
    const ids = scopes
      .filter((scope) => scope.scopeKind === kind && scope.scopeId !== null)
      .map((scope) => scope.scopeId ?? '');
    if (ids.length === 0) return;
    const rows = await em.find(
      entity as typeof Department,
      { id: { $in: [...new Set(ids)] } },
      { disableIdentityMap: true, fields: ['id', 'name'] },
    );
    for (const { id, name } of rows) names.set(id, name);
  };
  await load('department', Department);
  await load('office', Office);
  await load('counter', Counter);
  await load('campus', Campus);
  return names;
}

interface Scope {
  readonly scopeKind: string;
  readonly scopeId: string | null;
}

/** The id of a scope that a person wrote as code or name. */
export type FindScope = (kind: string, text: string) => string | undefined;

export async function scopeFinder(em: Em): Promise<FindScope> {
  const findDepartment = departmentFinder(await listDepartments(em));
  const byText = (rows: readonly { id: string; code: string; name: string }[]) =>
    new Map(rows.flatMap(({ id, code, name }) => [[name, id] as const, [code, id] as const]));
  const others: Readonly<Record<string, ReadonlyMap<string, string>>> = {
    office: byText(await em.find(Office, {}, { disableIdentityMap: true })),
    counter: byText(await em.find(Counter, {}, { disableIdentityMap: true })),
    campus: byText(await em.find(Campus, {}, { disableIdentityMap: true })),
  };
  return (kind, text) => (kind === 'department' ? findDepartment(text)?.id : others[kind]?.get(text));
}

/** Where people are received: counters with the hours that they are open, and departments. */
export interface ReceivingPlace {
  readonly id: string;
  readonly kind: 'counter' | 'department';
  readonly code: string;
  readonly name: string;
  /** null: as the offices of the university are. */
  readonly periods: Counter['periods'] | null;
}

/** Closed departments too, for what was counted there. */
export async function listPlaces(em: Em): Promise<ReceivingPlace[]> {
  const counters = await em.find(Counter, {}, { orderBy: { code: 'asc' }, disableIdentityMap: true });
  const departments = await listDepartments(em, { withClosed: true });
  return [
    ...counters.map(({ id, code, name, periods }) => ({ id, kind: 'counter' as const, code, name, periods })),
    ...departments.map(({ id, code, name }) => ({ id, kind: 'department' as const, code, name, periods: null })),
  ];
}
