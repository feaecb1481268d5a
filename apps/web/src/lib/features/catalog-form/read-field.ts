import { fromRows } from './condition-rows.ts';
import { columnKindWords } from './field-words.ts';
import type { Condition, FieldKind, FieldOf, FormField, FormPage, LocalText } from './form-types.ts';

/** Posted boxes by name; what is empty is left out of the form. */
class Boxes {
  readonly #form: FormData;
  readonly #prefix: string;
  constructor(form: FormData, prefix = '') {
    this.#form = form;
    this.#prefix = prefix;
  }
  /** The boxes whose names begin so, by what follows. */
  under(prefix: string): Boxes {
    return new Boxes(this.#form, this.#prefix + prefix);
  }
  text(name: string): string {
    return String(this.#form.get(this.#prefix + name) ?? '').trim();
  }
  words(name: string): LocalText {
    const en = this.text(`${name}.en`);
    return { zh: this.text(`${name}.zh`), ...(en !== '' && { en }) };
  }
  wordsIfAny(name: string): LocalText | undefined {
    const words = this.words(name);
    return words.zh === '' && words.en === undefined ? undefined : words;
  }
  number(name: string): number | undefined {
    const typed = this.text(name).normalize('NFKC').replaceAll(/[\s,]/g, '');
    return /^-?\d{1,11}(\.\d{1,2})?$/.test(typed) ? Number(typed) : undefined;
  }
  whole(name: string, otherwise: number): number {
    return Math.trunc(this.number(name) ?? otherwise);
  }
  fenIfAny(name: string): number | undefined {
    const yuan = this.number(name);
    return yuan === undefined ? undefined : Math.round(yuan * 100);
  }
  fen(name: string, otherwise: number): number {
    return this.fenIfAny(name) ?? otherwise;
  }
  has(name: string): boolean {
    return this.#form.has(this.#prefix + name);
  }
  all(name: string): string[] {
    return this.#form.getAll(this.#prefix + name).map(String);
  }
}

/** `undefined` for what is not there: an optional property is absent, not empty. */
function ifGiven<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]?: V });
}
const flag = <K extends string>(key: K, isSet: boolean): { [key in K]?: boolean } =>
  ifGiven(key, isSet ? true : undefined);

export function readPage(posted: FormData, before: FormPage): Omit<FormPage, 'fields'> {
  const boxes = new Boxes(posted);
  return {
    key: boxes.text('key') || before.key,
    title: boxes.words('title'),
    ...ifGiven('help', boxes.wordsIfAny('help')),
    ...ifGiven('showWhen', readCondition(boxes, before.showWhen)),
  };
}

/** A field as its properties were posted; its kind stays. */
export function readField(posted: FormData, before: FormField): FormField {
  const boxes = new Boxes(posted);
  const prefill = boxes.text('prefill');
  const common = {
    key: boxes.text('key') || before.key,
    label: boxes.words('label'),
    ...ifGiven('help', boxes.wordsIfAny('help')),
    ...flag('optional', boxes.has('optional')),
    ...ifGiven('showWhen', readCondition(boxes, before.showWhen)),
    ...ifGiven('prefill', prefill === '' ? undefined : (prefill as FormField['prefill'])),
    ...flag('isLocked', boxes.has('isLocked')),
    ...ifGiven('purpose', boxes.wordsIfAny('purpose')),
    ...readSensitivity(boxes, before),
  };
  return { ...common, kind: before.kind, ...readers[before.kind](boxes, before) } as FormField;
}

/** People and accounts are hidden unless it is said that they are not; all others the other way round. */
function readSensitivity(boxes: Boxes, { kind }: FormField): Pick<FormField, 'isSensitive'> {
  const isHidden = boxes.has('isSensitive');
  const isByKind = kind === 'person' || kind === 'bank-account';
  return isHidden === isByKind ? {} : { isSensitive: isHidden };
}

function readCondition(boxes: Boxes, before: Condition | undefined): Condition | undefined {
  if (boxes.has('condition.kept')) return before;
  const tests = boxes.all('condition.test');
  const numbers = boxes.all('condition.number');
  const rows = tests.map((test, index) => ({ test, number: numbers[index] ?? '' }));
  return fromRows({ join: boxes.text('condition.join') === 'any' ? 'any' : 'all', rows });
}

type Readers = {
  readonly [K in FieldKind]: (boxes: Boxes, before?: FormField) => Omit<FieldOf<K>, 'key' | 'label' | 'kind'>;
};

const days = (boxes: Boxes) => ({
  ...ifGiven('earliestInDays', boxes.number('earliestInDays')),
  ...ifGiven('latestInDays', boxes.number('latestInDays')),
});
const bounds = (boxes: Boxes) => ({
  ...ifGiven('earliest', boxes.text('earliest') || undefined),
  ...ifGiven('latest', boxes.text('latest') || undefined),
});
const text = (boxes: Boxes) => {
  const source = boxes.text('pattern');
  return {
    maxLength: Math.max(1, boxes.whole('maxLength', 100)),
    ...ifGiven('minLength', boxes.number('minLength')),
    ...ifGiven('pattern', source === '' ? undefined : { source, message: boxes.words('pattern.message') }),
  };
};
const options = (boxes: Boxes) => ({ options: readOptions(boxes.text('options')) });
const plain = () => ({});

const readers: Readers = {
  text,
  paragraph: text,
  number: (boxes) => ({
    min: boxes.whole('min', 0),
    max: boxes.whole('max', 1_000_000),
    ...ifGiven('unit', boxes.wordsIfAny('unit')),
  }),
  money: (boxes) => ({ min: boxes.fen('min', 0), max: boxes.fen('max', 1_000_000_000) }),
  date: (boxes) => ({ ...days(boxes), ...ifGiven('notBefore', boxes.text('notBefore') || undefined) }),
  'date-range': (boxes) => ({ ...days(boxes), ...ifGiven('maxDays', boxes.number('maxDays')) }),
  time: bounds,
  'year-month': bounds,
  choice: options,
  choices: options,
  phone: plain,
  email: plain,
  person: (boxes) => ifGiven('idTypes', someOf(boxes.all('idTypes')) as FieldOf<'person'>['idTypes']),
  address: (boxes) => flag('asksPostcode', boxes.has('asksPostcode')),
  'bank-account': (boxes) => flag('isCardOnly', boxes.has('isCardOnly')),
  table: (boxes, before) => ({
    columns: boxes
      .all('column')
      .flatMap((index) => readColumn(boxes.under(`column.${index}.`), before?.kind === 'table' ? before.columns : [])),
    minRows: Math.max(1, boxes.whole('minRows', 1)),
    maxRows: Math.max(1, boxes.whole('maxRows', 10)),
  }),
  file: (boxes) => ({ requirement: boxes.text('requirement') }),
  computed: (boxes) => {
    // The page says of each source whether it is an amount, so that nobody has to.
    const isAmount = boxes.all('of').some((source) => source.endsWith('|money'));
    const bound = (name: 'min' | 'max') => (isAmount ? boxes.fenIfAny(name) : boxes.number(name));
    return {
      operation: (boxes.text('operation') || 'sum') as FieldOf<'computed'>['operation'],
      of: boxes.all('of').flatMap((source) => readSource(source)),
      ...flag('isAmount', isAmount),
      ...ifGiven('unit', boxes.wordsIfAny('unit')),
      ...ifGiven('min', bound('min')),
      ...ifGiven('max', bound('max')),
    };
  },
  consent: (boxes) => ({ statement: boxes.words('statement') }),
  note: (boxes) => ({ statement: boxes.words('statement') }),
};

const someOf = (chosen: string[]): string[] | undefined => (chosen.length === 0 ? undefined : chosen);

/** `items|amount|money`: field, column, kind. */
function readSource(source: string): FieldOf<'computed'>['of'] {
  const [field = '', column = ''] = source.split('|');
  return field === '' ? [] : [{ field, ...ifGiven('column', column || undefined) }];
}

/** A line for each: 中文 | English | code. A code is made where none stands, and never changes afterwards. */
export function readOptions(lines: string): FieldOf<'choice'>['options'] {
  const rows = lines
    .split('\n')
    .map((line) => line.split(/[|｜]/).map((part) => part.trim()))
    .filter(([zh = '']) => zh !== '');
  const taken = new Set(rows.map(([, , value = '']) => value));
  let next = 1;
  return rows.map(([zh = '', en = '', given = '']) => {
    let value = given;
    while (value === '' || (value !== given && taken.has(value))) value = `option${next++}`;
    return { value, label: { zh, ...(en !== '' && { en }) } };
  });
}

export function writeOptions(all: FieldOf<'choice'>['options']): string {
  return all.map(({ value, label }) => `${label.zh} | ${label.en ?? ''} | ${value}`).join('\n');
}

type Column = FieldOf<'table'>['columns'][number];

const isColumnKind = (kind: string): kind is Column['kind'] => kind in columnKindWords;

/** A column without words is taken away; what its kind has no box for stays as it was. */
function readColumn(boxes: Boxes, columns: readonly Column[]): Column[] {
  const label = boxes.words('label');
  if (label.zh === '') return [];
  const key = boxes.text('key') || 'column1';
  const { help } = columns.find((column) => column.key === key) ?? {};
  const posted = boxes.text('kind');
  const kind = isColumnKind(posted) ? posted : 'text';
  const common = { key, label, ...flag('optional', boxes.has('optional')) };
  return [{ ...common, ...ifGiven('help', help), kind, ...readers[kind](boxes) } as Column];
}
