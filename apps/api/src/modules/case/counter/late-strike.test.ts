import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CaseEvent } from '@yitang/domain/case';
import { codes, makeCaseWorld, type CaseWorld } from '../../../../../../tests/support/case-world.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { compareCounters, findVolumes, foldCounters, rebuildCounters } from '../index.ts';
import { appendEvents } from '../record/append-events.ts';
import { countedOn } from './counted-on.ts';

let app: TestApp;
let world: CaseWorld;
let caseId = '';
beforeAll(async () => {
  app = await createTestApp({
    now: '2026-01-20T02:00:00Z',
    seed: async (deps) => void (world = await makeCaseWorld(deps)),
  });
  const student = app.as(world.student);
  ({ id: caseId } = await student.openDraft({ body: { matterCode: codes.card } }));
  await student.savePage({ params: { draftId: caseId, page: 'identity' }, body: { answers: {} } });
  await student.submitDraft({ params: { draftId: caseId }, body: {}, idempotencyKey: 'struck-out-later' });
  await app.as(world.registryClerk).acceptCase({ params: { id: caseId }, body: { version: 1 } });
});
afterAll(() => app.close());

const em = () => app.call().em;
const fold = async () => {
  while ((await foldCounters(em())) > 0);
};
const january = async (knownOn?: string) =>
  (await findVolumes(em(), { first: '2026-01', last: '2026-01', knownOn })).reduce((sum, { value }) => sum + value, 0);

/** As the head of the department strikes it out. */
async function strike(today: string): Promise<void> {
  const by = { kind: 'staff', personId: null, post: null } as const;
  const event: CaseEvent = { type: 'voided', at: new Date(`${today}T02:00:00Z`), by, reason: '误收' };
  await appendEvents(em(), caseId, [{ event, label: '处长', counted: countedOn(event, today, '2026-01-20') }]);
  await fold();
}

test('a case that is struck out in March leaves January as of March, and January as it was known before stays', async () => {
  await fold();
  expect(await january()).toBe(1);
  await strike('2026-03-05');
  expect([await january(), await january('2026-03-05')]).toEqual([0, 0]);
  expect([await january('2026-01-31'), await january('2026-03-04')]).toEqual([1, 1]);
});

test('counters that are made anew from the events have the same days', async () => {
  expect(await compareCounters(em())).toEqual([]);
  await em().execute('delete from case_counters', [], 'run');
  await rebuildCounters(em());
  expect(await compareCounters(em())).toEqual([]);
  expect([await january(), await january('2026-03-04')]).toEqual([0, 1]);
});
