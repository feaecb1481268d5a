import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { codes, makeCaseWorld, type CaseWorld } from '../../../../../../tests/support/case-world.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { findCountedUntil, foldCounters } from '../index.ts';

let app: TestApp;
let world: CaseWorld;
beforeAll(async () => {
  app = await createTestApp({
    now: '2026-03-02T02:00:00Z',
    seed: async (deps) => void (world = await makeCaseWorld(deps)),
  });
});
afterAll(() => app.close());

const em = () => app.deps.orm.em.fork();
const until = async () => (await findCountedUntil(em(), app.clock.now())).toISOString();

test('the counters are of now where no event waits, and of the first one that waits otherwise', async () => {
  while ((await foldCounters(em())) > 0);
  expect(await until()).toBe(app.clock.now().toISOString());
  const submitted = app.clock.now().toISOString();
  const student = app.as(world.student);
  const { id: draftId } = await student.openDraft({ body: { matterCode: codes.card } });
  await student.savePage({ params: { draftId, page: 'identity' }, body: { answers: {} } });
  await student.submitDraft({ params: { draftId }, body: {}, idempotencyKey: 'counted-until' });
  app.clock.set('2026-03-02T05:00:00Z');
  expect(await until()).toBe(submitted);
  while ((await foldCounters(em())) > 0);
  expect(await until()).toBe('2026-03-02T05:00:00.000Z');
});
