import { healthShows } from '@yitang/contract';

/** Which cases of a matter a figure counts. */
export interface AuditedQuery {
  readonly show: (typeof healthShows)[number];
  readonly days?: number | undefined;
  readonly item?: string | undefined;
}

/** undefined: the address asks for none. */
export function readAuditedQuery(search: URLSearchParams): AuditedQuery | undefined {
  const show = healthShows.find((one) => one === search.get('show'));
  if (show === undefined) return undefined;
  const days = search.get('days') ?? '';
  return { show, days: /^\d{1,4}$/.test(days) ? Number(days) : undefined, item: search.get('item') ?? undefined };
}

export function auditedHref(code: string, { show, days, item }: AuditedQuery, after?: string): string {
  const pairs = Object.entries({ show, days, item, after }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return `/reform/promises/${encodeURIComponent(code)}?${new URLSearchParams(pairs).toString()}#audited`;
}
