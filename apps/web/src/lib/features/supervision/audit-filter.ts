/** Which lines are shown, as the address says it. `name` is only for people to read: who `actor` is. */
export interface AuditFilter {
  readonly action?: string | undefined;
  readonly actor?: string | undefined;
  readonly target?: string | undefined;
  readonly name?: string | undefined;
}

const names = ['action', 'actor', 'target', 'name'] as const;

export function readFilter(search: URLSearchParams): AuditFilter {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = search.get(name)?.trim();
      return value ? [[name, value]] : [];
    }),
  );
}

/** The list with this filter; `after` is the last line of the page before. */
export function auditHref(filter: AuditFilter, after?: string): string {
  const search = new URLSearchParams();
  for (const name of names) if (filter[name]) search.set(name, filter[name]);
  if (after !== undefined) search.set('after', after);
  const query = search.toString();
  return query === '' ? '/supervision' : `/supervision?${query}`;
}

export const isFiltered = ({ action, actor, target }: AuditFilter): boolean => Boolean(action || actor || target);
