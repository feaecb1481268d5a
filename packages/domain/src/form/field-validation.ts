import type { FormField } from './form-definition.ts';
import { rulesOf } from './kinds/field-kinds.ts';
import { absent, isBlank, wrong, type FieldContext, type FieldResult } from './kinds/kind-rules.ts';
import { areAllBlank } from './kinds/parts.ts';

export type { FieldContext, FieldResult } from './kinds/kind-rules.ts';

/** One answer against its field, of whatever type it came. */
export function validateField(field: FormField, raw: unknown, context: FieldContext): FieldResult {
  const rules = rulesOf(field);
  if (rules.isSilent) return rules.check(field, undefined, context);
  const isLeft = isBlank(raw) || (rules.parts !== undefined && areAllBlank(raw));
  const result = isLeft ? absent : rules.check(field, raw, context);
  return result.ok && result.value === undefined && field.optional !== true ? missing(field) : result;
}

/** Of an answer in parts every part that is needed is named, so that each can be told where it stands. */
function missing(field: FormField): FieldResult {
  const needed = rulesOf(field)
    .parts?.(field)
    .filter(({ isOptional }) => !isOptional);
  if (needed === undefined || needed.length === 0) {
    return wrong(field.kind === 'consent' ? 'field.must-consent' : 'field.required');
  }
  return { ok: false, issues: needed.map(({ key }) => ({ code: 'field.required', part: key })) };
}
