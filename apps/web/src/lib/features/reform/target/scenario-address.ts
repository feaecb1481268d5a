/** What an address of the what-if says, without the empty choices that a plain form sends along. */
export interface ScenarioAddress {
  readonly do: string[];
  readonly matter: string[];
  readonly q: string;
}

export function readScenario(search: URLSearchParams): ScenarioAddress {
  const unique = (values: readonly string[]): string[] => [...new Set(values.filter((value) => value !== ''))];
  return { do: unique(search.getAll('do')), matter: unique(search.getAll('matter')), q: search.get('q')?.trim() ?? '' };
}

const path = '/reform/what-if';

/** The matters behind a number that a target would have; it leads back to the same scenario. */
export function scenarioMattersHref(
  { do: steps, matter }: ScenarioAddress,
  target: string,
  more: Readonly<Record<string, string>>,
): string {
  const asked = Object.entries({ target, ...more });
  const scenario = addressOf({ do: steps, matter, q: '' }).slice(path.length + 1);
  return `${path}/matters?${new URLSearchParams(asked).toString()}${scenario === '' ? '' : `&${scenario}`}#list`;
}

/** The codes of the matters that it changes. */
export const changedCodes = ({ do: steps }: ScenarioAddress): ReadonlySet<string> =>
  new Set(steps.map((step) => step.split('~')[0] ?? ''));

export function addressOf({ do: steps, matter, q }: ScenarioAddress): string {
  const entries = [...matter.map((code) => ['matter', code]), ...steps.map((step) => ['do', step])];
  const search = new URLSearchParams(q === '' ? entries : [...entries, ['q', q]]).toString();
  return search === '' ? path : `${path}?${search}`;
}

export function withMatter(scenario: ScenarioAddress, code: string): string {
  return addressOf({ ...scenario, matter: [...scenario.matter, code] });
}

export function withoutMatter(scenario: ScenarioAddress, code: string): string {
  return addressOf({
    ...scenario,
    matter: scenario.matter.filter((one) => one !== code),
    do: scenario.do.filter((step) => !step.startsWith(`${code}~`)),
  });
}
