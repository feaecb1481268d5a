/** How many cases took so many working days. */
export type DayHistogram = ReadonlyMap<number, number>;

/**
 * The days within which nine of ten cases were decided: nearest rank, so always a number of days that a case really took.
 * null: no case.
 */
export function ninthDecile(days: DayHistogram): number | null {
  const sorted = [...days].filter(([, cases]) => cases > 0).sort(([a], [b]) => a - b);
  const total = sorted.reduce((sum, [, cases]) => sum + cases, 0);
  let seen = 0;
  for (const [day, cases] of sorted) {
    seen += cases;
    // Whole numbers: 0.9 has no exact binary form.
    if (10 * seen >= 9 * total) return day;
  }
  return null;
}
