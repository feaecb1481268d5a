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

/** Which matters are ranked: for whom, with 即办件 or without, and a 一件事 by component or as one. */
export interface Scope {
  readonly audience?: string | undefined;
  readonly instant?: string | undefined;
  readonly joint?: string | undefined;
}

export function readScope(search: URLSearchParams): Scope {
  const chosen = (['audience', 'instant', 'joint'] as const).map((name) => [name, search.get(name)?.trim()] as const);
  return Object.fromEntries(chosen.filter(([, value]) => value));
}

/** The periods that people ask for: the last twelve months, the last whole calendar year, the last 学年. */
export function usualPeriods(today: string): { readonly key: 'recent' | 'year' | 'academic'; readonly asOf: string }[] {
  const year = Number(today.slice(0, 4));
  const academicEnd = today >= `${year}-08-31` ? year : year - 1;
  return [
    { key: 'recent', asOf: '' },
    { key: 'year', asOf: `${year - 1}-12-31` },
    { key: 'academic', asOf: `${academicEnd}-08-31` },
  ];
}

/** Complete months from the first to the last, as the address says them: 2025-01 to 2025-12 are 12 as of 2025-12-31. */
export function asOfMonths(first: string, last: string): Period {
  const [fromYear = 0, fromMonth = 0] = first.split('-').map(Number);
  const [year = 0, month = 0] = last.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  return { asOf: lastDay, months: String((year - fromYear) * 12 + month - fromMonth + 1) };
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
