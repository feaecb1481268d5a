import type { CivilDate, CivilMonth } from '../vocabulary/index.ts';
import { ownSource } from './figure.ts';
import { monthAt, monthIndex } from './settle-volumes.ts';

/** A line of a report as it was typed, by whatever way it came. */
export interface ReportRow {
  readonly matter: string;
  readonly month: string;
  readonly source: string;
  readonly cases: string;
  readonly evidence: string;
  /** Why a figure that stands is corrected; empty where none stands. */
  readonly reason: string;
}
export type ReportField = keyof ReportRow;

export const reportFaultCodes = [
  'matter.missing',
  'matter.unknown',
  'matter.retired',
  'matter.foreign',
  'month.malformed',
  'month.future',
  'month.open',
  'month.too-old',
  'month.other-year',
  'month.repeated',
  'cases.missing',
  'cases.not-number',
  'cases.negative',
  'cases.fraction',
  'cases.too-many',
  'evidence.missing',
  'source.unknown',
  'source.foreign',
  'reason.missing',
  'rows.same-as-last-year',
] as const;
export type ReportFaultCode = (typeof reportFaultCodes)[number];

export interface ReportFault {
  /** From 0; null: all of them together. */
  readonly row: number | null;
  readonly field: ReportField;
  readonly code: ReportFaultCode;
  /** What the sentence names: a code and name of a successor, a year, a row, a figure. */
  readonly about?: string;
}

export interface ReportMatter {
  readonly id: string;
  readonly departmentId: string;
  /** First day on which it was no longer offered. */
  readonly retiredOn: CivilDate | null;
  /** The matter that took over, as a person reads it. */
  readonly successor: string | null;
}

export interface ReportWorld {
  /** The month that is running: those before it are complete. */
  readonly currentMonth: CivilMonth;
  findMatter(code: string): ReportMatter | undefined;
  mayReportFor(departmentId: string): boolean;
  judgeSource(source: string): 'allowed' | 'unknown' | 'foreign';
  /** What stands of a source for a matter and month. */
  findStanding(matterId: string, month: CivilMonth, source: string): { readonly cases: number } | undefined;
  /** The year that the header of a file names. */
  readonly headerYear: number | undefined;
  /** Somebody said that figures like last year's are right. */
  readonly isConfirmed: boolean;
}

export interface DecidedReport {
  readonly matterId: string;
  readonly departmentId: string;
  readonly month: CivilMonth;
  readonly source: string;
  readonly cases: number;
  readonly evidence: string;
  /** null: the first report of its source for this month. */
  readonly reason: string | null;
}

export type ReportDecision =
  | { readonly ok: true; readonly entries: readonly DecidedReport[]; readonly unchanged: number }
  | { readonly ok: false; readonly faults: readonly ReportFault[] };

/** No office handles ten million cases of one matter in a month. */
export const mostCases = 9_999_999;
const oldestYears = 10;
/** Fewer figures that equal last year's are chance. */
const fewest = 3;

/**
 * Whether a report of volumes can be taken, whole or not at all. A figure that stands already as it is sent again
 * changes nothing, so that a system may repeat itself; another figure is a correction and says why.
 */
export function decideReport(rows: readonly ReportRow[], world: ReportWorld): ReportDecision {
  const faults: ReportFault[] = [];
  const read = rows.map((row, index) => readRow(row, world, (fault) => faults.push({ row: index, ...fault })));
  refuseRepeated(read, faults);
  const entries: DecidedReport[] = [];
  for (const [index, row] of read.entries()) {
    if (row === undefined) continue;
    const standing = world.findStanding(row.matterId, row.month, row.source);
    const reason = rows[index]?.reason.trim() ?? '';
    if (standing === undefined) entries.push({ ...row, reason: null });
    else if (reason !== '') entries.push({ ...row, reason });
    else if (standing.cases !== row.cases)
      faults.push({ row: index, field: 'reason', code: 'reason.missing', about: String(standing.cases) });
  }
  if (faults.length === 0 && !world.isConfirmed && isLastYears(entries, world))
    faults.push({ row: null, field: 'month', code: 'rows.same-as-last-year', about: String(entries.length) });
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, entries, unchanged: rows.length - entries.length };
}

type Refuse = (fault: Omit<ReportFault, 'row'>) => void;
type ReadRow = Omit<DecidedReport, 'reason'>;

function readRow(row: ReportRow, world: ReportWorld, refuse: Refuse): ReadRow | undefined {
  const month = readMonth(row.month, world, refuse);
  const matter = readMatter(row.matter.trim(), month, { world, refuse });
  const cases = readCases(row.cases.trim(), refuse);
  const [source, evidence] = [row.source.trim(), row.evidence.trim()];
  const judged = source === ownSource ? 'unknown' : world.judgeSource(source);
  if (judged !== 'allowed')
    refuse({ field: 'source', code: judged === 'unknown' ? 'source.unknown' : 'source.foreign', about: source });
  if (evidence === '') refuse({ field: 'evidence', code: 'evidence.missing' });
  if (month === undefined || matter === undefined || cases === undefined) return undefined;
  return { matterId: matter.id, departmentId: matter.departmentId, month, source, cases, evidence };
}

function readMatter(
  code: string,
  month: CivilMonth | undefined,
  { world, refuse }: { readonly world: ReportWorld; readonly refuse: Refuse },
): ReportMatter | undefined {
  const matter = world.findMatter(code);
  if (matter === undefined) {
    refuse({ field: 'matter', code: code === '' ? 'matter.missing' : 'matter.unknown', about: code });
    return undefined;
  }
  if (!world.mayReportFor(matter.departmentId)) refuse({ field: 'matter', code: 'matter.foreign' });
  // What it had while it was offered may still be reported.
  const isGone = matter.retiredOn !== null && month !== undefined && month > matter.retiredOn.slice(0, 7);
  if (isGone) refuse({ field: 'matter', code: 'matter.retired', about: matter.successor ?? '' });
  return matter;
}

function readCases(text: string, refuse: Refuse): number | undefined {
  const cases = /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  const code =
    text === ''
      ? 'cases.missing'
      : Number.isNaN(cases)
        ? 'cases.not-number'
        : cases < 0
          ? 'cases.negative'
          : !Number.isInteger(cases)
            ? 'cases.fraction'
            : cases > mostCases
              ? 'cases.too-many'
              : undefined;
  if (code === undefined) return cases;
  refuse({ field: 'cases', code });
  return undefined;
}

function readMonth(text: string, world: ReportWorld, refuse: Refuse): CivilMonth | undefined {
  const month = parseMonth(text.trim(), world.headerYear);
  const code = month === undefined ? 'month.malformed' : faultOfMonth(month, world);
  if (code === undefined) return month;
  refuse({ field: 'month', code, about: String(world.headerYear ?? '') });
  return undefined;
}

function faultOfMonth(month: CivilMonth, { currentMonth, headerYear }: ReportWorld): ReportFaultCode | undefined {
  if (headerYear !== undefined && Number(month.slice(0, 4)) !== headerYear) return 'month.other-year';
  if (month > currentMonth) return 'month.future';
  if (month === currentMonth) return 'month.open';
  return monthIndex(month) < monthIndex(currentMonth) - oldestYears * 12 ? 'month.too-old' : undefined;
}

/** `2026-03`, `2026/3`, `2026年3月`, `202603`, a day of the month; `3月` where the header names the year. */
export function parseMonth(text: string, headerYear?: number): CivilMonth | undefined {
  const whole = /^(\d{4})(?:[-/.年]?)(\d{1,2})(?:月|[-/.]\d{1,2})?$/.exec(text);
  const short = headerYear === undefined ? null : /^(\d{1,2})月?$/.exec(text);
  const [year, month] = short ? [headerYear, Number(short[1])] : [Number(whole?.[1] ?? 0), Number(whole?.[2] ?? 0)];
  if (year === undefined || year < 1 || month < 1 || month > 12) return undefined;
  return monthAt(year * 12 + month - 1);
}

/** A source says one thing of a matter and month in one report. */
function refuseRepeated(read: readonly (ReadRow | undefined)[], faults: ReportFault[]): void {
  const first = new Map<string, number>();
  for (const [index, row] of read.entries()) {
    if (row === undefined) continue;
    const key = `${row.matterId} ${row.month} ${row.source}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, index);
    else faults.push({ row: index, field: 'month', code: 'month.repeated', about: String(before) });
  }
}

/** Last year's table under this year's header has last year's figures, every one. */
function isLastYears(entries: readonly DecidedReport[], world: ReportWorld): boolean {
  const news = entries.filter(({ cases, reason }) => reason === null && cases > 0);
  return (
    news.length >= fewest &&
    news.every(({ matterId, month, source, cases }) => {
      const before = world.findStanding(matterId, monthAt(monthIndex(month) - 12), source);
      return before?.cases === cases;
    })
  );
}
