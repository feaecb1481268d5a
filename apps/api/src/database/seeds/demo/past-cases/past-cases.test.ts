import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { civilDateAt, makeWorkingCalendar } from '@yitang/domain/calendar';
import { caseStatuses } from '@yitang/domain/vocabulary';
import { listCalendarYears } from '../../reference/index.ts';
import { demoMatters } from '../matters/index.ts';
import { generateDemoPeople } from '../people/index.ts';
import { generatePastCases } from './index.ts';
import type { PastCase } from './index.ts';

const referenceDate = '2026-11-23';
const calendar = makeWorkingCalendar(listCalendarYears());
const { people } = generateDemoPeople({ seed: 1, referenceDate });
const generate = (seed: number, total?: number) =>
  [...generatePastCases({ seed, referenceDate, people, calendar, ...(total ? { total } : {}) })].flat();
const printOf = (cases: readonly PastCase[]) => createHash('sha256').update(JSON.stringify(cases)).digest('hex');
const days = new Map<number, string>();
// One look at the zone for each day: it has no summer time.
const dayOf = (instant: number) => {
  const number = Math.floor((instant + 8 * 3_600_000) / 86_400_000);
  const day = days.get(number) ?? civilDateAt(new Date(instant), 'Asia/Shanghai');
  days.set(number, day);
  return day;
};

let rows: PastCase[];
beforeAll(() => {
  rows = generate(1);
});

describe('two years of past cases', () => {
  test('are at least 50,000, in the order of submission, all finished before the day of reference', () => {
    expect(rows.length).toBeGreaterThanOrEqual(50_000);
    const outOfOrder = rows.filter((row, index) => index > 0 && row[2] < rows[index - 1]![2]);
    expect(outOfOrder).toEqual([]);
    expect(dayOf(rows[0]![2]) >= '2024-11-23').toBe(true);
    expect(dayOf(Math.max(...rows.slice(-5_000).map(([, , , , finishedAt]) => finishedAt))) < referenceDate).toBe(true);
  });

  test('are the same whenever they are made from one seed, in whatever batches, and others from another', () => {
    expect(printOf(generate(1))).toBe(printOf(rows));
    const small = [...generatePastCases({ seed: 1, referenceDate, people, calendar, total: 3_000, batchSize: 7 })];
    expect(printOf(small.flat())).toBe(printOf(generate(1, 3_000)));
    expect(small.slice(0, -1).every((batch) => batch.length === 7)).toBe(true);
    expect(printOf(generate(2, 1_000))).not.toBe(printOf(generate(1, 1_000)));
  });

  test('have a long tail: every matter occurs, the first has under a tenth, a quarter makes four fifths', () => {
    const volumes = demoMatters.map(() => 0);
    for (const [matterIndex] of rows) volumes[matterIndex]! += 1;
    expect(volumes.filter((volume) => volume === 0)).toEqual([]);
    const sorted = volumes.toSorted((a, b) => b - a);
    expect(sorted[0]! * 10).toBeLessThan(rows.length);
    expect(sorted[0]! * 40).toBeGreaterThan(rows.length);
    let [sum, count] = [0, 0];
    while (5 * sum < 4 * rows.length) sum += sorted[count++]!;
    expect(count).toBeGreaterThan(50);
    expect(count).toBeLessThan(100);
  });

  test('come in September and June, hardly in February and August, and to no window on a holiday', () => {
    const months = new Map<string, number>();
    for (const [, , submittedAt] of rows) {
      const month = dayOf(submittedAt).slice(0, 7);
      months.set(month, (months.get(month) ?? 0) + 1);
    }
    const year = (month: string) => months.get(`2026-${month}`)!;
    expect(Math.max(...months.values())).toBe(Math.max(year('09'), months.get('2025-09')!));
    expect(year('06')).toBeGreaterThan(year('05') * 1.3);
    expect(year('02') * 4).toBeLessThan(year('09'));
    expect(year('08') * 4).toBeLessThan(year('09'));
    const onDaysOff = rows.filter(([, , submittedAt]) => calendar.kindOf(dayOf(submittedAt)) === 'day-off');
    expect(onDaysOff.filter((row) => !row[8])).toEqual([]);
    expect(onDaysOff.length * 10).toBeLessThan(rows.length);
  });

  test('are mostly delivered; what was never accepted says so', () => {
    const delivered = rows.filter(([, , , , , status]) => status === 'delivered');
    expect(delivered.length / rows.length).toBeGreaterThan(0.9);
    for (const [, , submittedAt, acceptedAt, finishedAt, status] of rows) {
      if (submittedAt > (acceptedAt ?? submittedAt) || (acceptedAt ?? submittedAt) > finishedAt)
        throw new Error(status);
      if (!caseStatuses.includes(status)) throw new Error(status);
      if ((status === 'delivered' || status === 'declined') && acceptedAt === null) throw new Error(status);
      if ((status === 'refused' || status === 'expired') && acceptedAt !== null) throw new Error(status);
    }
  });

  test('know their trips for some only, and fewer in the second year', () => {
    const known = rows.filter(([, , , , , , visits]) => visits !== null);
    expect(known.length / rows.length).toBeGreaterThan(0.3);
    expect(known.length / rows.length).toBeLessThan(0.6);
    const mean = (isSecond: boolean) => {
      const part = known.filter(
        ([, , at, , , , , , selfService]) => !selfService && dayOf(at) >= '2025-11-23' === isSecond,
      );
      return part.reduce((sum, [, , , , , , visits]) => sum + visits!, 0) / part.length;
    };
    expect(mean(false) - mean(true)).toBeGreaterThan(0.1);
    expect(known.some(([, , , , , , visits]) => visits === 0)).toBe(true);
  });

  test('are rated by some, by most of them well, and only when delivered', () => {
    const rated = rows.filter(([, , , , , , , rating]) => rating !== null);
    expect(rated.length / rows.length).toBeGreaterThan(0.15);
    expect(rated.length / rows.length).toBeLessThan(0.3);
    expect(rated.filter(([, , , , , status]) => status !== 'delivered')).toEqual([]);
    expect(rated.filter(([, , , , , , , rating]) => rating! <= 3).length / rated.length).toBeGreaterThan(0.9);
    expect(new Set(rated.map(([, , , , , , , rating]) => rating)).size).toBe(5);
  });

  test('were asked for by people who were there and entitled on that day', () => {
    const kinds = { student: ['student'], teacher: ['teacher', 'staff'], parent: ['parent'], alumnus: ['alumnus'] };
    for (const [matterIndex, applicantIndex, submittedAt] of rows.filter((_, index) => index % 50 === 0)) {
      const day = dayOf(submittedAt);
      const held = people[applicantIndex]!.affiliations.filter(
        ({ from, until }) => from <= day && (until === null || day <= until),
      );
      const { audiences } = demoMatters[matterIndex]!;
      const wanted = audiences.flatMap((audience) =>
        audience === 'visitor' ? ['alumnus', 'parent'] : kinds[audience],
      );
      expect(held.some(({ kind }) => wanted.includes(kind))).toBe(true);
    }
  });

  test('can be made for a day of which the calendar is not published yet', () => {
    const later = '2028-02-01';
    const then = generateDemoPeople({ seed: 1, referenceDate: later }).people;
    const made = [...generatePastCases({ seed: 1, referenceDate: later, people: then, calendar, total: 2_000 })].flat();
    expect(made.length).toBeGreaterThan(1_900);
  });
});
