import { daysBetween, isCivilDate } from '../calendar/index.ts';
import type { CivilDate } from '../vocabulary/index.ts';

/** 代理: from a day to a day, both included, one person does what another's posts have to do. */
export interface Deputyship {
  readonly absentId: string;
  readonly deputyId: string;
  readonly fromDay: CivilDate;
  readonly untilDay: CivilDate;
}

/** Days of the calendar; who stays away longer hands the post over. */
export const longestDeputyship = 366;

export const deputyFaults = [
  'absent-unknown',
  'deputy-unknown',
  'same-person',
  'from-missing',
  'until-missing',
  'until-past',
  'until-before-from',
  'too-long',
  'already-deputised',
  'deputy-is-absent',
  'absent-is-deputy',
] as const;
export type DeputyFault = (typeof deputyFaults)[number];

export interface DeputyIssue {
  readonly field: keyof Deputyship;
  readonly code: DeputyFault;
}

export interface DeputyFacts {
  readonly today: CivilDate;
  /** Who holds a post of the department, and who may stand in: those who may act for it. */
  readonly holders: ReadonlySet<string>;
  readonly staff: ReadonlySet<string>;
  /** What was named before and still holds. */
  readonly known: readonly Deputyship[];
}

/**
 * All that stands against a deputy. A day has one deputy for a person at most, and who stands in is there: deputies of
 * deputies would leave nobody to answer.
 */
export function deputyIssues(wanted: Deputyship, facts: DeputyFacts): readonly DeputyIssue[] {
  const people = peopleIssues(wanted, facts);
  const days = dayIssues(wanted, facts.today);
  return [...people, ...days, ...(people.length + days.length > 0 ? [] : overlapIssues(wanted, facts.known))];
}

function peopleIssues({ absentId, deputyId }: Deputyship, { holders, staff }: DeputyFacts): DeputyIssue[] {
  const issues: DeputyIssue[] = [];
  if (!holders.has(absentId)) issues.push({ field: 'absentId', code: 'absent-unknown' });
  if (!staff.has(deputyId)) issues.push({ field: 'deputyId', code: 'deputy-unknown' });
  else if (absentId === deputyId) issues.push({ field: 'deputyId', code: 'same-person' });
  return issues;
}

function dayIssues({ fromDay, untilDay }: Deputyship, today: CivilDate): DeputyIssue[] {
  const issues: DeputyIssue[] = [];
  if (!isCivilDate(fromDay)) issues.push({ field: 'fromDay', code: 'from-missing' });
  if (!isCivilDate(untilDay)) issues.push({ field: 'untilDay', code: 'until-missing' });
  else if (untilDay < today) issues.push({ field: 'untilDay', code: 'until-past' });
  if (issues.length > 0) return issues;
  if (untilDay < fromDay) return [{ field: 'untilDay', code: 'until-before-from' }];
  return daysBetween(fromDay, untilDay) >= longestDeputyship ? [{ field: 'untilDay', code: 'too-long' }] : [];
}

function overlapIssues(wanted: Deputyship, known: readonly Deputyship[]): DeputyIssue[] {
  const meets = known.filter(({ fromDay, untilDay }) => fromDay <= wanted.untilDay && wanted.fromDay <= untilDay);
  const issues: DeputyIssue[] = [];
  if (meets.some(({ absentId }) => absentId === wanted.absentId))
    issues.push({ field: 'absentId', code: 'already-deputised' });
  if (meets.some(({ absentId }) => absentId === wanted.deputyId))
    issues.push({ field: 'deputyId', code: 'deputy-is-absent' });
  if (meets.some(({ deputyId }) => deputyId === wanted.absentId))
    issues.push({ field: 'absentId', code: 'absent-is-deputy' });
  return issues;
}
