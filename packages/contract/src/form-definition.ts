import { z } from 'zod';
import type { Condition, FormDefinition, FormField } from '@yitang/domain/form';
import { computedOperations, idDocumentTypes, prefillSources } from '@yitang/domain/form';
import { DefinedText, definitionKey } from './common.ts';

/** What a form asks before it shows a page, a field, a material or a situation. */
export const ConditionShape: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ field: definitionKey, equals: z.string().max(200) }),
    z.strictObject({ field: definitionKey, includes: z.string().max(200) }),
    z.strictObject({ field: definitionKey, atLeast: z.number().int() }),
    z.strictObject({ all: z.array(ConditionShape).min(1).max(10) }),
    z.strictObject({ any: z.array(ConditionShape).min(1).max(10) }),
    z.strictObject({ not: ConditionShape }),
  ]),
);

const label = {
  key: definitionKey,
  label: DefinedText,
  help: DefinedText.optional(),
  optional: z.boolean().optional(),
};
const base = {
  ...label,
  showWhen: ConditionShape.optional(),
  prefill: z.enum(prefillSources).optional(),
  isLocked: z.boolean().optional(),
  purpose: DefinedText.optional(),
  isSensitive: z.boolean().optional(),
};
const figure = z.number().int().min(-10_000_000_000).max(10_000_000_000);
const days = z.number().int().min(-40_000).max(40_000);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: '请填写时间，例如 09:30。' });
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: '请填写年月，例如 2026-09。' });

/** What a field and a column of a table have of their kind. */
const text = {
  maxLength: z.number().int().min(1).max(5_000),
  minLength: z.number().int().min(0).max(5_000).optional(),
  pattern: z.strictObject({ source: z.string().max(200), message: DefinedText }).optional(),
};
const number = { kind: z.literal('number'), min: figure, max: figure, unit: DefinedText.optional() };
const money = { kind: z.literal('money'), min: figure, max: figure };
const bounds = { earliestInDays: days.optional(), latestInDays: days.optional() };
const options = z.array(z.strictObject({ value: z.string().min(1).max(60), label: DefinedText })).max(60);

const ColumnShape = z.discriminatedUnion('kind', [
  z.strictObject({ ...label, ...text, kind: z.literal('text') }),
  z.strictObject({ ...label, ...number }),
  z.strictObject({ ...label, ...money }),
  z.strictObject({ ...label, ...bounds, kind: z.literal('date') }),
  z.strictObject({ ...label, kind: z.literal('choice'), options }),
]);

const FieldShape = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, ...text, kind: z.enum(['text', 'paragraph']) }),
  z.strictObject({ ...base, ...number }),
  z.strictObject({ ...base, ...money }),
  z.strictObject({ ...base, ...bounds, kind: z.literal('date'), notBefore: definitionKey.optional() }),
  z.strictObject({
    ...base,
    ...bounds,
    kind: z.literal('date-range'),
    maxDays: z.number().int().min(1).max(40_000).optional(),
  }),
  z.strictObject({ ...base, kind: z.literal('time'), earliest: time.optional(), latest: time.optional() }),
  z.strictObject({ ...base, kind: z.literal('year-month'), earliest: month.optional(), latest: month.optional() }),
  z.strictObject({ ...base, kind: z.enum(['choice', 'choices']), options }),
  z.strictObject({ ...base, kind: z.enum(['phone', 'email']) }),
  z.strictObject({ ...base, kind: z.literal('person'), idTypes: z.array(z.enum(idDocumentTypes)).optional() }),
  z.strictObject({ ...base, kind: z.literal('address'), asksPostcode: z.boolean().optional() }),
  z.strictObject({ ...base, kind: z.literal('bank-account'), isCardOnly: z.boolean().optional() }),
  z.strictObject({
    ...base,
    kind: z.literal('table'),
    columns: z.array(ColumnShape).max(8),
    minRows: z.number().int().min(1).max(50),
    maxRows: z.number().int().min(1).max(50),
  }),
  z.strictObject({ ...base, kind: z.literal('file'), requirement: z.string().max(60) }),
  z.strictObject({
    ...base,
    kind: z.literal('computed'),
    operation: z.enum(computedOperations),
    of: z.array(z.strictObject({ field: definitionKey, column: definitionKey.optional() })).max(10),
    isAmount: z.boolean().optional(),
    unit: DefinedText.optional(),
    min: figure.optional(),
    max: figure.optional(),
  }),
  z.strictObject({ ...base, kind: z.literal('consent'), statement: DefinedText }),
  z.strictObject({ ...base, kind: z.literal('note'), statement: DefinedText }),
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
