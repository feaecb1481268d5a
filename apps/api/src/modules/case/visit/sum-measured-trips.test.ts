import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { newId } from '../../../platform/ids/index.ts';
import { insertRows } from '../../../database/index.ts';
import { sumMeasuredTrips } from './sum-measured-trips.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

test('unknown trips are in the cases and in no rate; months outside are left out; no cases give no rate', async () => {
  const em = app.deps.orm.em.fork();
  const cell = (month: string, measure: string, value: number) => ({
    ...{ matter_id: matter, month, declared: 1, measure, value },
  });
  const matter = newId();
  const rows = [
    cell('2025-03', '2019.0', 3),
    cell('2025-03', '2019.1', 4),
    cell('2025-04', '2019.2', 2),
    cell('2025-04', '2019.3+', 1),
    cell('2025-04', '2019.unknown', 5),
    cell('2025-04', '2017.1', 99),
    cell('2025-05', '2019.1', 99),
  ];
  await insertRows(em, 'trip_counters', rows);
  expect(await sumMeasuredTrips(em, { first: '2025-03', last: '2025-04' })).toEqual({
    ...{ onceOrLess: 7, known: 10, finished: 15 },
  });
  expect(await sumMeasuredTrips(em, { first: '2024-01', last: '2024-12' })).toEqual({
    ...{ onceOrLess: 0, known: 0, finished: 0 },
  });
});
