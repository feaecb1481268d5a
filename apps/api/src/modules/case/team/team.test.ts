import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ApiError } from '@yitang/contract';
import { codes, makeCaseWorld, places, type CaseWorld } from '../../../../../../tests/support/case-world.ts';
import { makePerson } from '../../../../../../tests/support/people.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import type { Principal } from '../../../platform/principal/index.ts';
import { findPostHolders } from '../../organization/index.ts';

let app: TestApp;
let world: CaseWorld;
let deputy: Principal;
let made = 0;
beforeEach(async () => {
  app = await createTestApp({
    now: '2026-03-02T02:00:00Z',
    seed: async (deps) => {
      world = await makeCaseWorld(deps);
      const grants = [{ role: 'clerk', scopeKind: 'department', scopeId: places.registry }] as const;
      const { personId } = await makePerson(deps, { name: '钱老师', kind: 'staff', grants: [...grants] });
      deputy = staff('clerk', 'department', places.registry, { personId, displayName: '钱老师' });
    },
  });
});
afterEach(() => app.close());

const head = () => app.as(world.registryHead);
const holderId = () => world.registryClerk.personId ?? '';
const week = () => ({
  absentId: holderId(),
  deputyId: deputy.personId ?? '',
  fromDay: '2026-03-04',
  untilDay: '2026-03-06',
});

async function submitCard(): Promise<string> {
  const student = app.as(world.student);
  const { id: draftId } = await student.openDraft({ body: { matterCode: codes.card } });
  await student.savePage({ params: { draftId, page: 'identity' }, body: { answers: {} } });
  await student.submitDraft({ params: { draftId }, body: {}, idempotencyKey: `team-case-${(made += 1)}` });
  return draftId;
}

const answering = (day: string) => findPostHolders(app.call().em, places.registryPost, day);
const inboxOf = async (who: Principal, query = {}) =>
  (await app.as(who).listInbox({ query })).items.map(({ id }) => id);

async function refusal(work: Promise<unknown>): Promise<string[]> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiError)) throw new Error(`not refused: ${String(error)}`);
  return [error.problem.code, ...error.problem.issues.map(({ field, code }) => `${field} ${code}`)];
}

describe('the head of a department (INBX-6)', () => {
  test('sees what waits for each person and what of it is late, and each figure is its list', async () => {
    const id = await submitCard();
    const find = async () => (await head().getTeam()).members.find(({ person }) => person?.id === holderId());
    expect(await find()).toMatchObject({ posts: ['学籍管理岗'], open: 1, overdue: 0, deputy: null });
    expect(await inboxOf(world.registryHead, { holder: holderId() })).toEqual([id]);
    expect(await inboxOf(world.registryHead, { holder: holderId(), late: 'yes' })).toEqual([]);
    expect(await inboxOf(world.registryHead, { holder: 'none' })).toEqual([]);
    // The day of the decision on acceptance is over when the office closes.
    app.clock.set('2026-03-09T09:30:00Z');
    expect(await find()).toMatchObject({ open: 1, overdue: 1 });
    expect(await inboxOf(world.registryHead, { holder: holderId(), late: 'yes' })).toEqual([id]);
  });

  test('only of their own department, and nobody else', async () => {
    const other = app.as(staff('head', 'department', places.affairs));
    expect((await other.getTeam()).members.map(({ person }) => person?.id)).not.toContain(holderId());
    expect(await refusal(app.as(world.registryClerk).getTeam())).toEqual(['access.denied']);
    const { id } = await head().nameDeputy({ body: week() });
    expect(await refusal(other.endDeputy({ params: { id } }))).toEqual(['record.not-found']);
    expect(await refusal(other.nameDeputy({ body: week() }))).toEqual([
      'request.invalid',
      'body.absentId absent-unknown',
      'body.deputyId deputy-unknown',
    ]);
  });
});

describe('a deputy (INBX-6)', () => {
  test('answers for the posts within the days, and the one who holds them before and after', async () => {
    const id = await submitCard();
    await head().nameDeputy({ body: week() });
    expect(await Promise.all(['2026-03-03', '2026-03-04', '2026-03-06', '2026-03-07'].map(answering))).toEqual([
      [holderId()],
      [deputy.personId],
      [deputy.personId],
      [holderId()],
    ]);
    expect(await inboxOf(deputy)).toEqual([]);
    app.clock.set('2026-03-05T02:00:00Z');
    expect(await inboxOf(deputy)).toEqual([id]);
    await app.as(deputy).acceptCase({ params: { id }, body: { version: 1 } });
    app.clock.set('2026-03-09T02:00:00Z');
    expect(await inboxOf(deputy)).toEqual([]);
    await app.as(world.registryClerk).approveCase({ params: { id }, body: { version: 2 } });
  });

  test('is no deputy any more once the head has ended it', async () => {
    const { id } = await head().nameDeputy({ body: week() });
    app.clock.set('2026-03-04T02:00:00Z');
    const { members, deputies } = await head().getTeam();
    expect(members.find(({ person }) => person?.id === holderId())?.deputy).toEqual({
      name: '钱老师',
      untilDay: '2026-03-06',
    });
    expect(deputies).toMatchObject([{ id, isNow: true }]);
    await head().endDeputy({ params: { id } });
    expect(await answering('2026-03-05')).toEqual([holderId()]);
    expect((await head().getTeam()).deputies).toEqual([]);
    expect(await refusal(head().endDeputy({ params: { id } }))).toEqual(['record.not-found']);
  });

  test('no day has two for one person, also where two are named at once', async () => {
    const name = () => head().nameDeputy({ body: week() });
    const results = await Promise.allSettled([name(), name()]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusal(name())).toEqual(['request.invalid', 'body.absentId already-deputised']);
  });
});
