import { addDays, daysBetween, isCivilDate } from '../../calendar/index.ts';
import type { CivilDate } from '../../vocabulary/index.ts';
import type { DateField, DateRangeField, FormField, TimeField, YearMonthField } from '../form-definition.ts';
import {
  checkBy,
  given,
  printPlain,
  wrong,
  type FieldContext,
  type FieldResult,
  type KindRules,
} from './kind-rules.ts';
import { checkParts, partText } from './parts.ts';

export const date: KindRules<DateField> = {
  check: checkDate,
  print: printPlain,
  prefill: (known) => (isCivilDate(known) ? known : undefined),
  faults: ({ earliestInDays, latestInDays, notBefore }, earlier) => [
    ...boundFaults(earliestInDays, latestInDays),
    ...(notBefore !== undefined && !isDate(earlier.get(notBefore)) ? ['form.condition-looks-ahead' as const] : []),
  ],
};

export const dateRange: KindRules<DateRangeField> = {
  check: checkRange,
  print: (_, value, locale) => [
    [partText(value, 'from'), partText(value, 'to')]
      .filter((day) => day !== '')
      .join(locale === 'en' ? ' to ' : ' 至 '),
  ],
  parts: () => [
    { key: 'from', label: { zh: '开始日期', en: 'From' }, isOptional: false },
    { key: 'to', label: { zh: '结束日期', en: 'To' }, isOptional: false },
  ],
  faults: ({ earliestInDays, latestInDays, maxDays }) => [
    ...boundFaults(earliestInDays, latestInDays),
    ...(maxDays !== undefined && maxDays < 1 ? ['form.impossible-bounds' as const] : []),
  ],
};

export const time: KindRules<TimeField> = {
  check: (field, raw) => checkWithin(field, checkBy(raw, normaliseTime, 'field.impossible-time')),
  print: printPlain,
  faults: ({ earliest, latest }) => boundFaults(earliest, latest),
};

export const yearMonth: KindRules<YearMonthField> = {
  check: (field, raw) => checkWithin(field, checkBy(raw, normaliseMonth, 'field.impossible-month')),
  print: printPlain,
  prefill: (known) => (isCivilDate(known) ? known.slice(0, 7) : undefined),
  faults: ({ earliest, latest }) => boundFaults(earliest, latest),
};

function checkDate(
  field: Pick<DateField, 'earliestInDays' | 'latestInDays' | 'notBefore'>,
  raw: unknown,
  context: FieldContext,
): FieldResult {
  const day = checkBy(raw, (typed) => normaliseDate(typed), 'field.impossible-date');
  if (!day.ok || typeof day.value !== 'string') return day;
  const { earliest, latest } = dateBounds(field, context.today);
  if (earliest !== null && day.value < earliest) return wrong('field.too-early', { earliest });
  if (latest !== null && day.value > latest) return wrong('field.too-late', { latest });
  const other = field.notBefore === undefined ? undefined : context.answers[field.notBefore];
  if (typeof other === 'string' && day.value < other) return wrong('field.before-other', { other });
  return day;
}

function checkRange(field: DateRangeField, raw: unknown, context: FieldContext): FieldResult {
  const bounds = { earliestInDays: field.earliestInDays, latestInDays: field.latestInDays };
  const check = (part: unknown): FieldResult => checkDate(bounds, part, context);
  const range = checkParts(raw, [
    { key: 'from', check },
    { key: 'to', check },
  ]);
  if (!range.ok || range.value === undefined) return range;
  const [from, to] = [partText(range.value, 'from'), partText(range.value, 'to')];
  if (to < from) return { ok: false, issues: [{ code: 'field.ends-before-start', part: 'to', params: { from } }] };
  const days = daysBetween(from, to) + 1;
  if (field.maxDays !== undefined && days > field.maxDays) {
    return { ok: false, issues: [{ code: 'field.too-many-days', part: 'to', params: { max: field.maxDays, days } }] };
  }
  return range;
}

/** First and last day that the field takes, from the day of filling in. */
export function dateBounds(
  { earliestInDays, latestInDays }: Pick<DateField, 'earliestInDays' | 'latestInDays'>,
  today: CivilDate,
): { readonly earliest: CivilDate | null; readonly latest: CivilDate | null } {
  return {
    earliest: earliestInDays === undefined ? null : addDays(today, earliestInDays),
    latest: latestInDays === undefined ? null : addDays(today, latestInDays),
  };
}

/** Times and months are written so that the order of their letters is theirs. */
function checkWithin({ earliest, latest }: TimeField | YearMonthField, result: FieldResult): FieldResult {
  if (!result.ok || typeof result.value !== 'string') return result;
  if (earliest !== undefined && result.value < earliest) return wrong('field.too-early', { earliest });
  if (latest !== undefined && result.value > latest) return wrong('field.too-late', { latest });
  return given(result.value);
}

/** `２０２６年３月` and `2026/3` are 2026-03. */
function normaliseMonth(typed: string): string | undefined {
  const found = /^((?:19|20|21)\d{2})(?:年|[-/.])(\d{1,2})月?$/.exec(typed.normalize('NFKC').replace(/\s/g, ''));
  const month = Number(found?.[2]);
  return found !== null && month >= 1 && month <= 12 ? `${found[1]}-${String(month).padStart(2, '0')}` : undefined;
}

/** `9：05` is 09:05. */
function normaliseTime(typed: string): string | undefined {
  const found = /^(\d{1,2})[:.时点](\d{2})分?$/.exec(typed.normalize('NFKC').replace(/\s/g, ''));
  const isTime = found !== null && Number(found[1]) < 24 && Number(found[2]) < 60;
  return isTime ? `${found[1]?.padStart(2, '0')}:${found[2]}` : undefined;
}

const normaliseDate = (typed: string): string | undefined => {
  const half = typed.normalize('NFKC');
  return isCivilDate(half) ? half : undefined;
};

const isDate = (field: FormField | undefined): boolean => field?.kind === 'date';

function boundFaults<T extends string | number>(
  least: T | undefined,
  most: T | undefined,
): ['form.impossible-bounds'] | [] {
  return least !== undefined && most !== undefined && least > most ? ['form.impossible-bounds'] : [];
}
