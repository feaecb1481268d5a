import { z } from 'zod';
import type { Condition, FormDefinition, FormField } from '@yitang/domain/form';
import { prefillSources } from '@yitang/domain/form';
import { DefinedText, definitionKey } from './common.ts';

/** What a form asks before it shows a page, a field, a material or a situation. */
export const ConditionShape: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ field: definitionKey, equals: z.string().max(200) }),
    z.strictObject({ field: definitionKey, includes: z.string().max(200) }),
    z.strictObject({ all: z.array(ConditionShape).min(1).max(10) }),
  ]),
);

const base = {
  key: definitionKey,
  label: DefinedText,
  help: DefinedText.optional(),
  optional: z.boolean().optional(),
  showWhen: ConditionShape.optional(),
  prefill: z.enum(prefillSources).optional(),
  isLocked: z.boolean().optional(),
  purpose: DefinedText.optional(),
  isSensitive: z.boolean().optional(),
};
const count = z.number().int().min(-1_000_000_000).max(1_000_000_000);

const FieldShape = z.discriminatedUnion('kind', [
  z.strictObject({
    ...base,
    kind: z.enum(['text', 'paragraph']),
    maxLength: z.number().int().min(1).max(5_000),
    minLength: z.number().int().min(0).max(5_000).optional(),
    pattern: z.strictObject({ source: z.string().max(200), message: DefinedText }).optional(),
  }),
  z.strictObject({ ...base, kind: z.literal('number'), min: count, max: count, unit: DefinedText.optional() }),
  z.strictObject({
    ...base,
    kind: z.literal('date'),
    earliestInDays: z.number().int().min(-40_000).max(40_000).optional(),
    latestInDays: z.number().int().min(-40_000).max(40_000).optional(),
    notBefore: definitionKey.optional(),
  }),
  z.strictObject({
    ...base,
    kind: z.enum(['choice', 'choices']),
    options: z.array(z.strictObject({ value: z.string().min(1).max(60), label: DefinedText })).max(60),
  }),
  z.strictObject({ ...base, kind: z.literal('phone') }),
  z.strictObject({ ...base, kind: z.literal('consent'), statement: DefinedText }),
]) satisfies z.ZodType<FormField>;

/** The shape of a form as an editor sends it; whether it can be filled in is said by the rules of the domain. */
export const FormShape = z.strictObject({
  pages: z
    .array(
      z.strictObject({
        key: definitionKey,
        title: DefinedText,
        help: DefinedText.optional(),
        showWhen: ConditionShape.optional(),
        fields: z.array(FieldShape).max(20),
      }),
    )
    .max(30),
}) satisfies z.ZodType<FormDefinition>;
