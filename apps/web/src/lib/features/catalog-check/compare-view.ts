export const layouts = ['inline', 'side'] as const;
export type Layout = (typeof layouts)[number];

interface Address {
  readonly pathname: string;
  readonly search: string;
}

export const readLayout = ({ search }: Pick<Address, 'search'>): Layout =>
  layouts.find((layout) => layout === new URLSearchParams(search).get('view')) ?? 'inline';

/** The same page in another layout. */
export function layoutHref(url: Address, layout: Layout): string {
  const search = new URLSearchParams(url.search);
  search.set('view', layout);
  return `${url.pathname}?${search.toString()}`;
}

/** A number of a version that somebody typed; undefined for what is none. */
export function readVersion(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}
