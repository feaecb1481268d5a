import type { AnswerValue, MoneyField, NumberField } from '../form-definition.ts';
import { parseYuan, printYuan, textIn, type LocalText, type Locale } from '../../vocabulary/index.ts';
import { given, wrong, type FieldResult, type KindRules, plainText } from './kind-rules.ts';

export const number: KindRules<NumberField> = {
  check: (field, raw) => checkBounds(field, typeof raw === 'string' ? parseInteger(raw) : raw, 'field.not-a-number'),
  print: ({ unit }, value, locale) => [withUnit(plainText(value), unit, locale)],
  faults: ({ min, max }) => (min > max ? ['form.impossible-bounds'] : []),
};

export const money: KindRules<MoneyField> = {
  check: (field, raw) => checkBounds(field, typeof raw === 'string' ? parseYuan(raw) : raw, 'field.not-an-amount'),
  print: (_, value) => [amountText(value)],
  faults: ({ min, max }) => (min > max ? ['form.impossible-bounds'] : []),
};

/** `text` stands for what was typed and is none. */
function checkBounds(
  { kind, min, max }: Pick<NumberField | MoneyField, 'kind' | 'min' | 'max'>,
  value: unknown,
  unreadable: 'field.not-a-number' | 'field.not-an-amount',
): FieldResult {
  if (value === undefined) return wrong(unreadable);
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return wrong('field.wrong-type');
  const words = (bound: number): number | string => (kind === 'money' ? printYuan(bound) : bound);
  if (value < min) return wrong('field.too-small', { min: words(min) });
  if (value > max) return wrong('field.too-large', { max: words(max) });
  return given(Object.is(value, -0) ? 0 : value);
}

/** `１２ 份`? No: only digits, full-width ones and grouped ones too. */
function parseInteger(typed: string): number | undefined {
  const digits = typed.normalize('NFKC').replace(/[\s,]/g, '');
  return /^[+-]?\d{1,15}$/.test(digits) ? Number(digits) : undefined;
}

/** What was typed and is no amount stays as it is. */
export const amountText = (value: AnswerValue): string =>
  typeof value === 'number' ? printYuan(value) : plainText(value);

export function withUnit(value: string, unit: LocalText | undefined, locale: Locale): string {
  return unit === undefined ? value : `${value} ${textIn(locale, unit)}`;
}
