import type { CivilDate } from '../vocabulary/index.ts';

/** A 一件事 counts as its components, each with its own cases, or once as a whole; never both. */
export const jointRules = ['components', 'as-one'] as const;
export type JointRule = (typeof jointRules)[number];

/** A period by its last day and its number of months, as `completeMonthsUntil` takes it. */
export interface WholeYear {
  readonly asOf: CivilDate;
  readonly months: 12;
}

export const calendarYear = (year: number): WholeYear => ({ asOf: `${pad(year)}-12-31`, months: 12 });

/** 学年: September of the year to August of the next. */
export const academicYear = (year: number): WholeYear => ({ asOf: `${pad(year + 1)}-08-31`, months: 12 });

const pad = (year: number): string => String(year).padStart(4, '0');
