import type { TargetDefinitionData } from '@yitang/contract';

/** What the form of a target holds, as it was typed. */
export interface TargetValues {
  readonly title: string;
  readonly demand: string;
  readonly source: string;
  readonly policyOn: string;
  readonly localOn: string;
  readonly kind: string;
  readonly scope: string;
  readonly excludesSpecial: string;
  readonly first: readonly string[];
  readonly second: readonly string[];
  readonly num: string;
  readonly den: string;
  readonly records: readonly string[];
  readonly audience: string;
  readonly trips: string;
  readonly depth: string;
  readonly note: string;
}

export function targetFields(form: FormData): TargetValues {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const all = (name: string): string[] => form.getAll(name).map(String);
  return {
    ...{ title: text('title'), demand: text('demand'), source: text('source'), note: text('note') },
    ...{ policyOn: text('policyOn'), localOn: text('localOn'), kind: text('kind'), scope: text('scope') },
    ...{ excludesSpecial: text('excludesSpecial'), first: all('first'), second: all('second') },
    ...{ num: text('num'), den: text('den'), records: all('records') },
    ...{ audience: text('audience'), trips: text('trips'), depth: text('depth') },
  };
}

/** As the API takes it; what was typed wrong goes along, so that every fault comes back at once. */
export function readTarget(values: TargetValues): TargetDefinitionData {
  const { title, demand, source, localOn, note, audience, trips, depth } = values;
  const numerators = [values.first, ...(values.second.length > 0 ? [values.second] : [])].map((requires, index) => ({
    key: [...requires].sort().join('-') || `part-${index + 1}`,
    requires,
  }));
  const measure =
    values.kind === 'records'
      ? { kind: 'records', requires: values.records }
      : {
          kind: 'share',
          scope: values.scope,
          excludesSpecial: values.excludesSpecial === 'yes',
          numerators,
          threshold: { num: values.num, den: values.den },
        };
  const policyOn = values.policyOn === '' ? null : values.policyOn;
  return {
    ...{ title, demand, source, localOn, note, audience, trips, measure, policyOn },
    depth: Number(depth),
  } as unknown as TargetDefinitionData;
}

/** What the form begins with. */
export function valuesOf(definition: TargetDefinitionData | undefined): TargetValues {
  const { measure, ...rest } = definition ?? emptyTarget;
  const measured = measure.kind === 'share' ? shareValues(measure) : { ...noShare, records: measure.requires };
  return { ...rest, policyOn: rest.policyOn ?? '', depth: String(rest.depth), kind: measure.kind, ...measured };
}

type Measured = Pick<TargetValues, 'scope' | 'excludesSpecial' | 'first' | 'second' | 'num' | 'den' | 'records'>;
type Share = Extract<TargetDefinitionData['measure'], { kind: 'share' }>;

const noShare: Measured = { scope: 'all', excludesSpecial: '', first: [], second: [], num: '1', den: '1', records: [] };

function shareValues({ scope, excludesSpecial, numerators: [first, second], threshold }: Share): Measured {
  return {
    scope,
    excludesSpecial: excludesSpecial ? 'yes' : '',
    first: first?.requires ?? [],
    second: second?.requires ?? [],
    num: String(threshold.num),
    den: String(threshold.den),
    records: [],
  };
}

const emptyTarget: TargetDefinitionData = {
  title: '',
  demand: '',
  source: '',
  policyOn: null,
  localOn: '',
  note: '',
  audience: 'all',
  trips: '2019',
  depth: 2,
  measure: { kind: 'share', scope: 'all', excludesSpecial: false, numerators: [], threshold: { num: 1, den: 1 } },
};

/** The field of the form that a fault of the definition stands at. */
export function formField(field: string): string {
  if (/^measure\.numerators\.1/.test(field)) return 'second';
  if (/^measure\.numerators/.test(field)) return 'first';
  if (field === 'measure.requires') return 'records';
  if (field === 'measure.threshold') return 'num';
  return field.split('.').at(-1) ?? field;
}
