import { maskEmail, maskPhone, normaliseEmail, normalisePhone } from '../../person/index.ts';
import { cleanText } from '../clean-text.ts';
import type { FieldOf, TextField } from '../form-definition.ts';
import type { FormFaultCode } from '../form-fault.ts';
import {
  absent,
  checkBy,
  given,
  printPlain,
  wrong,
  type FieldResult,
  type KindRules,
  plainText,
} from './kind-rules.ts';

export const text: KindRules<TextField> = {
  check: checkText,
  print: printPlain,
  prefill: (known) => known,
  faults: ({ minLength, maxLength, pattern }) => {
    const codes: FormFaultCode[] = [];
    if ((minLength ?? 0) > maxLength) codes.push('form.impossible-bounds');
    if (pattern && !isPattern(pattern.source)) codes.push('form.bad-pattern');
    if (pattern && pattern.message.zh === '') codes.push('form.words-missing');
    return codes;
  },
};

export const phone: KindRules<FieldOf<'phone'>> = {
  check: (_, raw) => checkBy(raw, (typed) => normalisePhone(typed.normalize('NFKC')), 'field.invalid-phone'),
  print: printPlain,
  mask: (_, value) => [maskPhone(plainText(value))],
  prefill: (known) => known,
};

export const email: KindRules<FieldOf<'email'>> = {
  check: (_, raw) => checkBy(raw, normaliseEmail, 'field.invalid-email'),
  print: printPlain,
  mask: (_, value) => [maskEmail(plainText(value))],
  prefill: (known) => known,
};

function checkText(field: TextField, raw: unknown): FieldResult {
  if (typeof raw !== 'string') return wrong('field.wrong-type');
  const cleaned = cleanText(raw, { isMultiline: field.kind === 'paragraph' });
  if (!cleaned.ok) return wrong(cleaned.code);
  const { text: kept, length } = cleaned;
  if (length === 0) return absent;
  if (length > field.maxLength) return wrong('field.too-long', { max: field.maxLength, length });
  if (length < (field.minLength ?? 0)) return wrong('field.too-short', { min: field.minLength ?? 0, length });
  if (field.pattern && !new RegExp(`^(?:${field.pattern.source})$`, 'u').test(kept)) return wrong('field.pattern');
  return given(kept);
}

function isPattern(source: string): boolean {
  try {
    return new RegExp(`^(?:${source})$`, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
