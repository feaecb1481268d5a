/** Which two days are compared and what is listed, as the address says it; what is absent is the server's default. */
export interface ReductionQuery {
  readonly from?: string;
  readonly to?: string;
  readonly department?: string;
  readonly measure?: string;
  readonly show?: string;
  readonly service?: string;
  readonly after?: string;
}

const names = ['from', 'to', 'department', 'measure', 'show', 'service', 'after'] as const;

export function readQuery(search: URLSearchParams): ReductionQuery {
  const given = names.flatMap((name) => {
    const value = search.get(name)?.trim();
    return value ? [[name, value] as const] : [];
  });
  return Object.fromEntries(given);
}

/** A path with the same two days and department, and what else belongs to it. */
export function withDays(path: string, query: ReductionQuery, more: ReductionQuery = {}): string {
  const { from, to, department } = query;
  const merged = { from, to, department, ...more };
  const pairs = Object.entries(merged).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const search = new URLSearchParams(pairs).toString();
  return search === '' ? path : `${path}?${search}`;
}

/** 1234 of 5000 → 24.68%: rounded down, and computed from whole numbers. */
export function share(part: number, of: number): string {
  if (of === 0) return '—';
  return `${(Math.floor((part * 10_000) / of) / 100).toFixed(2)}%`;
}
