import fc, { type Arbitrary } from 'fast-check';

/** As much of a schema of the contract as is needed here. */
export interface Schema {
  safeParse(value: unknown): { readonly success: boolean };
}

/** What a schema is made of; which of these there are goes by its type. */
interface Def {
  readonly type: string;
  readonly innerType: Schema;
  readonly element: Schema;
  readonly entries: Readonly<Record<string, string>>;
  readonly values: readonly unknown[];
  readonly shape: Readonly<Record<string, Schema>>;
  readonly options: readonly Schema[];
  readonly getter: () => Schema;
  readonly valueType: Schema;
}
export const defOf = (schema: Schema): Def => (schema as unknown as { _zod: { def: Def } })._zod.def;

/** Values of a schema after its structure; texts and numbers are those of a list that its checks accept. */
export function shaped(schema: Schema, depth = 0): Arbitrary<unknown> {
  const make = makers[defOf(schema).type];
  if (make === undefined) throw new Error(`no values for ${defOf(schema).type}`);
  return make(schema, depth + 1);
}

export const texts = [
  ...[
    'a',
    'b',
    'lost',
    '01',
    'x1',
    '09:30',
    '2026-09',
    '证',
    '批文',
    '最多跑一次',
    '盖章',
    '0571-88880001',
    '',
    ' ',
    '{name}',
    '𠮷',
  ],
  ...[
    '2026-01-01',
    '2025-12-31',
    '2026-09-01T01:00:00Z',
    'QL-105-0003',
    'https://a.example/x',
    'http://b',
    '0190a0a0-0000-7000-8000-000000000001',
  ],
];
/** Texts that begin as the contract says. */
const templates = ['answer.a', 'answer.lost'];
const numbers = [0, 1, 2, 3, 5, 60, 500, 5_000, -1];

function oneOf(schema: Schema, candidates: readonly unknown[]): Arbitrary<unknown> {
  const accepted = candidates.filter((candidate) => schema.safeParse(candidate).success);
  if (accepted.length === 0) throw new Error('no candidate is accepted');
  return fc.constantFrom(...accepted);
}

/** Of the small forms of the tests, and none. */
const oneOfKeys = fc.constantFrom('name', 'reason', 'explanation', 'consent', 'nothing');

type Make = (schema: Schema, depth: number) => Arbitrary<unknown>;
const inner: Make = (schema, depth) => shaped(defOf(schema).innerType, depth);

const makers: Readonly<Record<string, Make>> = {
  string: (schema) => oneOf(schema, texts),
  template_literal: (schema) => oneOf(schema, templates),
  number: (schema) => oneOf(schema, numbers),
  boolean: () => fc.boolean(),
  enum: (schema) => fc.constantFrom(...Object.values(defOf(schema).entries)),
  literal: (schema) => fc.constantFrom(...defOf(schema).values),
  // Deep down short ones only, or the values grow for ever.
  array: (schema, depth) =>
    fc.array(shaped(defOf(schema).element, depth), {
      minLength: 1,
      maxLength: depth > 4 ? 1 : 3,
    }),
  object: (schema, depth) =>
    fc.record(Object.fromEntries(Object.entries(defOf(schema).shape).map(([key, one]) => [key, shaped(one, depth)]))),
  union: (schema, depth) => {
    const all = defOf(schema).options;
    return fc.oneof(...(depth > 8 ? all.slice(0, 1) : all).map((one) => shaped(one, depth)));
  },
  optional: (schema, depth) => fc.option(inner(schema, depth), { nil: undefined, freq: 2 }),
  nullable: (schema, depth) => fc.option(inner(schema, depth), { nil: null, freq: 4 }),
  default: inner,
  record: (schema, depth) => fc.dictionary(oneOfKeys, shaped(defOf(schema).valueType, depth), { maxKeys: 3 }),
  lazy: (schema, depth) => shaped(defOf(schema).getter(), depth),
};
