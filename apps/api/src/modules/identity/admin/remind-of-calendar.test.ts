import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makePerson } from '../../../../../../tests/support/people.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import type { Em } from '../../../database/index.ts';
import { systemPrincipal } from '../../../platform/principal/index.ts';
import { notificationModule } from '../../notification/index.ts';
import { WorkCalendar } from '../../organization/work-calendar.entity.ts';
import { identityModule } from '../index.ts';
import { remindOfCalendar, yearsNeeded } from './remind-of-calendar.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ modules: [identityModule, notificationModule], now: '2026-10-05T02:00:00Z' });
});
afterAll(() => app.close());

test('the next year is needed from October on', () => {
  expect([yearsNeeded('2026-09-30'), yearsNeeded('2026-10-01')]).toEqual([[2026], [2026, 2027]]);
});

test('administrators are told which year is missing, months ahead, until it is imported', async () => {
  const { personId } = await makePerson(app.deps, { kind: 'staff', grants: [{ role: 'administrator' }] });
  const em = () => app.deps.orm.em.fork() as Em;
  const publish = async (year: number) => {
    const fork = em();
    fork.create(WorkCalendar, {
      year,
      version: 1,
      isPublished: true,
      daysOff: [],
      extraWorkdays: [],
      source: '',
      importedAt: new Date(),
      importedBy: 'test',
    });
    await fork.flush();
  };
  const remind = async (jobId: string) => {
    const caller = { principal: systemPrincipal('calendar.remind'), idempotencyKey: jobId };
    await remindOfCalendar({ deps: app.deps, em: em(), jobId, attempt: 1, caller });
    await app.runJobs();
    const notices = await em().execute<{ facts: unknown }[]>('select facts from notices where person_id = ?', [
      personId,
    ]);
    return notices.length;
  };
  await publish(2026);
  expect(await remind('job-0001')).toBe(1);
  app.clock.advance(7 * 86_400_000);
  expect(await remind('job-0002')).toBe(2);
  await publish(2027);
  app.clock.advance(7 * 86_400_000);
  expect(await remind('job-0003')).toBe(2);
});
