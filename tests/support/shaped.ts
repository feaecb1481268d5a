import fc, { type Arbitrary } from 'fast-check';
import type { z } from 'zod';

type Def = { readonly type: string } & Readonly<Record<string, never>>;
const defOf = (schema: z.ZodType): Def => (schema as unknown as { _zod: { def: Def } })._zod.def;

/** Values of a schema after its structure; texts and numbers are those of a list that its checks accept. */
export function shaped(schema: z.ZodType, depth = 0): Arbitrary<unknown> {
  const make = makers[defOf(schema).type];
  if (make === undefined) throw new Error(`no values for ${defOf(schema).type}`);
  return make(schema, depth + 1);
}

const texts = [
  ...['a', 'b', 'lost', '01', 'x1', '09:30', '2026-09', '证', '批文', '最多跑一次', '盖章', '0571-88880001', '', ' ', '{name}', '𠮷'],
  ...['2026-01-01', '2025-12-31', 'https://a.example/x', 'http://b', '0190a0a0-0000-7000-8000-000000000001'],
];
const numbers = [0, 1, 2, 3, 5, 60, 500, 5_000, -1];

function oneOf(schema: z.ZodType, candidates: readonly unknown[]): Arbitrary<unknown> {
  const accepted = candidates.filter((candidate) => schema.safeParse(candidate).success);
  if (accepted.length === 0) throw new Error(`no candidate is accepted by ${String(defOf(schema)['checks'])}`);
  return fc.constantFrom(...accepted);
}

type Make = (schema: z.ZodType, depth: number) => Arbitrary<unknown>;
const inner: Make = (schema, depth) => shaped(defOf(schema)['innerType'] as unknown as z.ZodType, depth);

const makers: Readonly<Record<string, Make>> = {
  string: (schema) => oneOf(schema, texts),
  number: (schema) => oneOf(schema, numbers),
  boolean: () => fc.boolean(),
  enum: (schema) => fc.constantFrom(...Object.values(defOf(schema)['entries'] as object)),
  literal: (schema) => fc.constantFrom(...(defOf(schema)['values'] as readonly unknown[])),
  // Deep down short ones only, or the values grow for ever.
  array: (schema, depth) =>
    fc.array(shaped(defOf(schema)['element'] as unknown as z.ZodType, depth), {
      minLength: 1,
      maxLength: depth > 4 ? 1 : 3,
    }),
  object: (schema, depth) =>
    fc.record(
      Object.fromEntries(
        Object.entries(defOf(schema)['shape'] as Record<string, z.ZodType>).map(([key, one]) => [
          key,
          shaped(one, depth),
        ]),
      ),
    ),
  union: (schema, depth) => {
    const all = defOf(schema)['options'] as readonly z.ZodType[];
    return fc.oneof(...(depth > 8 ? all.slice(0, 1) : all).map((one) => shaped(one, depth)));
  },
  optional: (schema, depth) => fc.option(inner(schema, depth), { nil: undefined, freq: 2 }),
  nullable: (schema, depth) => fc.option(inner(schema, depth), { nil: null, freq: 4 }),
  lazy: (schema, depth) => shaped((defOf(schema)['getter'] as () => z.ZodType)(), depth),
};
