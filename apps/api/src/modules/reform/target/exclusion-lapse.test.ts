import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeCaseWorld } from '../../../../../../tests/support/case-world.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { loadReferenceTargets } from '../../../database/seeds/reference/load-targets.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({
    seed: async (deps) => {
      await makeCaseWorld(deps);
      await loadReferenceTargets(deps.orm.em.fork(), deps.clock.now());
    },
  });
});
afterAll(() => app.close());

test('days between the lapse of a 特殊要求 and its renewal stay days without it, whenever they are asked about', async () => {
  const officer = app.as(staff('reform-officer', 'university', null, { displayName: '改革办甲' }));
  const colleague = app.as(staff('reform-officer', 'university', null, { displayName: '改革办乙' }));
  const reason = 'inspection-or-interview' as const;
  const ask = { code: 'DEMO-LEAVE', reason, evidence: '学籍规定要求面谈', reviewOn: '2026-12-31' };
  const { id } = await officer.requestExclusion({ body: ask });
  const step = { revision: 0, note: '规定未变', reviewOn: null };
  await colleague.actOnExclusion({ params: { id }, body: { ...step, action: 'approve' } });
  app.clock.set('2027-02-10T02:00:00Z');
  const review = { ...step, action: 'review', revision: 1, reviewOn: '2027-12-31' } as const;
  await colleague.actOnExclusion({ params: { id }, body: review });

  app.clock.set('2027-03-01T02:00:00Z');
  const { items } = await officer.listExclusions({ query: {} });
  expect(items.map(({ status, from, endedOn, reviewOn }) => [status, from, endedOn, reviewOn])).toEqual([
    ['approved', '2027-02-10', null, '2027-12-31'],
    ['ended', '2026-03-02', '2027-02-10', '2026-12-31'],
  ]);
  for (const [day, excluded, overdue] of [
    ['2026-12-31', 1, 0],
    ['2027-01-15', 0, 1],
    ['2027-02-10', 1, 0],
  ] as const) {
    const { targets, warnings } = await officer.getTargets({ query: { asOf: day } });
    const all = targets.find(({ key }) => key === '2019-a');
    expect([day, all?.outcome.excluded, warnings.overdue]).toEqual([day, excluded, overdue]);
    const listed = await officer.listExclusions({ query: { status: 'overdue', asOf: day } });
    expect(listed.items.map(({ isOverdue, endedOn }) => [isOverdue, endedOn])).toEqual(
      overdue === 0 ? [] : [[true, '2027-02-10']],
    );
  }
});

test('only what was overdue can be asked of an earlier day; another status says so instead of ignoring the day', async () => {
  const officer = app.as(staff('reform-officer', 'university', null, { displayName: '改革办甲' }));
  await expect(officer.listExclusions({ query: { status: 'approved', asOf: '2027-01-15' } })).rejects.toMatchObject({
    problem: { code: 'request.invalid', issues: [{ field: 'query.asOf' }] },
  });
});
