import { givenRoles } from '@yitang/contract';

export const roleFilters = ['any', ...givenRoles] as const;
type RoleFilter = (typeof roleFilters)[number];

/** The list of people as the address has it: what was searched, which page, whose panel is open. */
export interface PeopleView {
  readonly q: string;
  readonly role?: RoleFilter | undefined;
  readonly after?: string | undefined;
  readonly person?: string | undefined;
}

export function readPeopleView(search: URLSearchParams): PeopleView {
  return {
    q: search.get('q')?.trim() ?? '',
    role: roleFilters.find((role) => role === search.get('role')),
    after: search.get('after') ?? undefined,
    person: search.get('person') ?? undefined,
  };
}

/** `q=张&role=clerk&after=…`, for links and for the actions of forms, which must come back to the same view. */
export function peopleQuery({ q, role, after, person }: PeopleView): string {
  const search = new URLSearchParams();
  if (q !== '') search.set('q', q);
  if (role) search.set('role', role);
  if (after) search.set('after', after);
  if (person) search.set('person', person);
  return search.toString();
}

export function peopleHref(view: PeopleView): string {
  const query = peopleQuery(view);
  return query === '' ? '/admin/people' : `/admin/people?${query}`;
}
