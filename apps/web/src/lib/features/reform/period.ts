/** Which months are counted, as the address says it; what is absent is the server's default. */
export interface Period {
  readonly asOf?: string | undefined;
  readonly months?: string | undefined;
}

export function readPeriod(search: URLSearchParams): Period {
  const asOf = search.get('asOf')?.trim();
  const months = search.get('months')?.trim();
  return { ...(asOf ? { asOf } : {}), ...(months ? { months } : {}) };
}

/** A path with the same period and what else belongs to it. */
export function withPeriod(path: string, period: Period, more: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams({ ...period, ...more }).toString();
  return search === '' ? path : `${path}?${search}`;
}

/** The usual lengths, and the one in the address when it is another. */
export function monthChoices(chosen: string | undefined): readonly string[] {
  const usual = ['3', '6', '12', '24', '36'];
  if (chosen === undefined || usual.includes(chosen) || !/^\d{1,2}$/.test(chosen)) return usual;
  return [...usual, chosen].sort((a, b) => Number(a) - Number(b));
}
