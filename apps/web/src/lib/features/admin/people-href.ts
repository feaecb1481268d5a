/** The list of people as the address has it: what was searched, which page, whose panel is open. */
export interface PeopleView {
  readonly q: string;
  readonly after?: string | undefined;
  readonly person?: string | undefined;
}

export function readPeopleView(search: URLSearchParams): PeopleView {
  return {
    q: search.get('q')?.trim() ?? '',
    after: search.get('after') ?? undefined,
    person: search.get('person') ?? undefined,
  };
}

/** `q=张&after=…`, for links and for the actions of forms, which must come back to the same view. */
export function peopleQuery({ q, after, person }: PeopleView): string {
  const search = new URLSearchParams();
  if (q !== '') search.set('q', q);
  if (after) search.set('after', after);
  if (person) search.set('person', person);
  return search.toString();
}

export function peopleHref(view: PeopleView): string {
  const query = peopleQuery(view);
  return query === '' ? '/admin/people' : `/admin/people?${query}`;
}
