import type { CatalogBreachesData } from '@yitang/contract';

type Rule = CatalogBreachesData['rules'][number]['rule'];
type Severity = CatalogBreachesData['rules'][number]['severity'];

const arrangements = ['matter', 'rule', 'department'] as const;
export type Arrangement = (typeof arrangements)[number];
export const severities: readonly Severity[] = ['blocks', 'warns'];

/** The list of breaches as the address has it. */
export interface BreachView {
  readonly by: Arrangement;
  readonly department?: string | undefined;
  readonly severity?: Severity | undefined;
  readonly rule?: Rule | undefined;
  readonly after?: string | undefined;
}

export function readBreachView(search: URLSearchParams): BreachView {
  return {
    by: arrangements.find((one) => one === search.get('by')) ?? 'matter',
    department: search.get('department') || undefined,
    severity: severities.find((one) => one === search.get('severity')),
    // The API knows the rules, and refuses what is none.
    rule: (search.get('rule') || undefined) as Rule | undefined,
    after: search.get('after') ?? undefined,
  };
}

export function breachesHref({ by, ...filter }: BreachView): string {
  const search = new URLSearchParams();
  if (by !== 'matter') search.set('by', by);
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) search.set(name, value);
  return search.size === 0 ? '/console/breaches' : `/console/breaches?${search.toString()}`;
}

export const isNarrowed = ({ department, severity, rule }: BreachView): boolean =>
  department !== undefined || severity !== undefined || rule !== undefined;
