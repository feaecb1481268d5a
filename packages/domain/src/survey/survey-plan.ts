import { daysBetween } from '../calendar/index.ts';
import type { CivilDate } from '../vocabulary/index.ts';
import { refuseSurvey, type SurveyRefusal, type SurveyRefused } from './survey-lifecycle.ts';

/** Whom a survey asks: people whose cases were finished in the period, both days included. */
export interface SurveyPlan {
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
  /** Cases to be drawn in all. */
  readonly size: number;
  /** Cases to be drawn of each stratum at least; of a smaller stratum all. */
  readonly minimum: number;
}

/** People remember a trip of last year; of two years ago they guess. */
export const longestSurveyDays = 366;
/** What one drawing reads into memory. */
export const largestFrame = 500_000;
/** A rate of fewer answers than this would tell who said what; it is not shown by matter or department. */
export const fewestAnswersShown = 5;

/** The period lies wholly in the past: who is drawn must not depend on when somebody pressed the button. */
export function decidePlan(
  { firstDay, lastDay, size, minimum }: SurveyPlan,
  today: CivilDate,
): { readonly ok: true } | SurveyRefused {
  const refusals: SurveyRefusal[] = [];
  if (lastDay < firstDay) refusals.push({ code: 'survey.dates' });
  else if (daysBetween(firstDay, lastDay) >= longestSurveyDays) refusals.push({ code: 'survey.too-long' });
  if (lastDay >= today) refusals.push({ code: 'survey.future' });
  if (size < minimum) refusals.push({ code: 'survey.size-below-minimum', subject: String(minimum) });
  return refusals.length > 0 ? refuseSurvey(refusals) : { ok: true };
}
