import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { codes, makeCaseWorld, type CaseWorld } from '../../../../../../tests/support/case-world.ts';
import { submitLeave } from '../../../../../../tests/support/leave-case.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import type { Principal } from '../../../platform/principal/index.ts';

let app: TestApp;
let world: CaseWorld;
let made = 0;
beforeEach(async () => {
  app = await createTestApp({
    // Monday, 10:10 in Shanghai.
    now: '2026-03-02T02:10:00Z',
    seed: async (deps) => {
      world = await makeCaseWorld(deps);
    },
  });
});
afterEach(() => app.close());

async function submitCard(who: Principal): Promise<string> {
  const { id: draftId } = await app.as(who).openDraft({ body: { matterCode: codes.card } });
  await app.as(who).savePage({ params: { draftId, page: 'identity' }, body: { answers: {} } });
  await app.as(who).submitDraft({ params: { draftId }, body: {}, idempotencyKey: `tell-new-${(made += 1)}` });
  return draftId;
}

/** What somebody was told of new cases by then, newest first. */
async function toldAt(time: string, who: Principal): Promise<string[]> {
  app.clock.set(time);
  await app.runJobs();
  const { items } = await app.as(who).listNotices({});
  return items.filter(({ kind }) => /^cases?-arrived$/.test(kind)).map(({ text, path }) => `${text} ${path}`);
}

test('one new case is told by its name, with the way to it, and once', async () => {
  const id = await submitCard(world.student);
  const [told, ...more] = await toldAt('2026-03-02T02:30:00Z', world.registryClerk);
  expect(told).toMatch(new RegExp(`^“补办学生证”.*等待您所在岗位办理.* /office/cases/${id}$`));
  expect(more).toEqual([]);
  expect(await toldAt('2026-03-02T03:30:00Z', world.registryClerk)).toHaveLength(1);
});

test('several are told together, with the way to the inbox', async () => {
  await submitCard(world.student);
  await submitCard(world.other);
  expect(await toldAt('2026-03-02T02:30:00Z', world.registryClerk)).toEqual([
    '您所在岗位新到 2 件办件，请登录办理。 /office',
  ]);
});

test('what was taken up meanwhile is not new any more', async () => {
  const id = await submitCard(world.student);
  await app.as(world.registryClerk).acceptCase({ params: { id }, body: { version: 1 } });
  expect(await toldAt('2026-03-02T02:30:00Z', world.registryClerk)).toEqual([]);
});

test('what comes in the evening and on days off is told on the next morning of work', async () => {
  expect(await toldAt('2026-03-06T02:30:00Z', world.registryClerk)).toEqual([]);
  app.clock.set('2026-03-06T12:00:00Z');
  await submitCard(world.student);
  expect(await toldAt('2026-03-06T14:00:00Z', world.registryClerk)).toEqual([]);
  expect(await toldAt('2026-03-07T02:00:00Z', world.registryClerk)).toEqual([]);
  expect(await toldAt('2026-03-09T00:30:00Z', world.registryClerk)).toHaveLength(1);
});

test('a case that was passed on is new to the next post, and no more to the one before', async () => {
  const id = await submitLeave(app.as(world.student), { idempotencyKey: 'tell-new-leave' });
  expect(await toldAt('2026-03-02T02:30:00Z', world.collegeClerk)).toHaveLength(1);
  const college = app.as(world.collegeClerk);
  await college.acceptCase({ params: { id }, body: { version: 1 } });
  await college.passCase({ params: { id }, body: { version: 2 } });
  expect(await toldAt('2026-03-02T03:35:00Z', world.affairsClerk)).toHaveLength(1);
  expect(await toldAt('2026-03-02T04:30:00Z', world.collegeClerk)).toHaveLength(1);
});
