import { daysBetween, isCivilDate } from '../../calendar/index.ts';
import type { Answers, AnswerValue, ComputedField, ComputedSource, FormField } from '../form-definition.ts';
import type { FormFaultCode } from '../form-fault.ts';
import { given, wrong, type FieldResult, type KindRules, plainText } from './kind-rules.ts';
import { amountText, withUnit } from './number-kinds.ts';
import { partText } from './parts.ts';
import { columnOf, rowsOf } from './table-kind.ts';

/** What was sent is never looked at. */
export const computed: KindRules<ComputedField> = {
  check: (field, _, { answers }) => checkBounds(field, compute(field, answers)),
  print: (field, value, locale) => [withUnit(figureText(field, value), field.unit, locale)],
  isSilent: true,
  faults: computedFaults,
};

function checkBounds(field: ComputedField, value: number | undefined): FieldResult {
  const { min, max } = field;
  if (value === undefined) return given(undefined);
  if (min !== undefined && value < min) return wrong('field.too-small', { min: figureText(field, min) });
  return max !== undefined && value > max ? wrong('field.too-large', { max: figureText(field, max) }) : given(value);
}

const figureText = ({ isAmount }: ComputedField, value: AnswerValue): string =>
  isAmount === true ? amountText(value) : plainText(value);

/** The value that the answers give; undefined while there is nothing to reckon with, or more than can be counted. */
export function compute({ operation, of }: ComputedField, answers: Answers): number | undefined {
  const value = operation === 'days' ? daysOf(of, answers) : figure(operation, of, answers);
  return value !== undefined && Number.isSafeInteger(value) ? value : undefined;
}

function figure(
  operation: 'sum' | 'difference' | 'count',
  of: readonly ComputedSource[],
  answers: Answers,
): number | undefined {
  if (of.every(({ field }) => answerOf(answers, field) === undefined)) return undefined;
  if (operation === 'count') return sum(of.map(({ field }) => sizeOf(answerOf(answers, field))));
  const [first = 0, ...others] = of.map((source) => sum(figuresOf(source, answers)));
  return operation === 'sum' ? first + sum(others) : first - sum(others);
}

function figuresOf({ field, column }: ComputedSource, answers: Answers): readonly number[] {
  const value = answerOf(answers, field);
  if (column !== undefined) return columnOf(value, column);
  return typeof value === 'number' ? [value] : [];
}

function sizeOf(value: AnswerValue | undefined): number {
  if (!Array.isArray(value)) return 0;
  return value.every((each) => typeof each === 'string') ? value.length : rowsOf(value).length;
}

/** Of one period, or from one date to another; both ends counted. */
function daysOf([first, second]: readonly ComputedSource[], answers: Answers): number | undefined {
  const start = first && answerOf(answers, first.field);
  const end = second && answerOf(answers, second.field);
  if (start === undefined) return undefined;
  const [from, to] =
    typeof start === 'string'
      ? [start, typeof end === 'string' ? end : '']
      : [partText(start, 'from'), partText(start, 'to')];
  return isCivilDate(from) && isCivilDate(to) ? daysBetween(from, to) + 1 : undefined;
}

function answerOf(answers: Answers, key: string): AnswerValue | undefined {
  return Object.hasOwn(answers, key) ? answers[key] : undefined;
}

const sum = (figures: readonly number[]): number => figures.reduce((total, each) => total + each, 0);

function kindOf({ field, column }: ComputedSource, earlier: ReadonlyMap<string, FormField>): string | undefined {
  const source = earlier.get(field);
  if (source?.kind === 'computed') return source.isAmount === true ? 'money' : 'number';
  if (source?.kind === 'table') {
    return column === undefined ? 'table' : source.columns.find(({ key }) => key === column)?.kind;
  }
  return source?.kind;
}

/** A source must come before and be something that can be reckoned with; amounts and numbers are not mixed. */
function computedFaults(field: ComputedField, earlier: ReadonlyMap<string, FormField>): readonly FormFaultCode[] {
  const kinds = field.of.map((source) => kindOf(source, earlier));
  const isOf = (...wanted: readonly string[]): boolean =>
    kinds.length > 0 && kinds.every((kind) => kind !== undefined && wanted.includes(kind));
  const figures = field.isAmount === true ? isOf('money') : isOf('number');
  const fits = {
    sum: figures,
    difference: figures && kinds.length > 1,
    count: isOf('choices', 'table') && field.isAmount !== true,
    days: ['date-range', 'date,date'].includes(kinds.join()) && field.isAmount !== true,
  }[field.operation];
  const codes: FormFaultCode[] = fits ? [] : ['form.computed-source'];
  if ((field.min ?? -Infinity) > (field.max ?? Infinity)) codes.push('form.impossible-bounds');
  return codes;
}
