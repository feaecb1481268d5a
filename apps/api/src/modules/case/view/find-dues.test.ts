import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { codes, makeCaseWorld, type CaseWorld } from '../../../../../../tests/support/case-world.ts';
import { submitLeave } from '../../../../../../tests/support/leave-case.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import { catalogKey } from '../../catalog/index.ts';
import { Matter, MatterVersion } from '../../catalog/matter.entity.ts';

let app: TestApp;
let world: CaseWorld;
let leave: string;
let card: string;

beforeAll(async () => {
  app = await createTestApp({ seed: async (deps) => void (world = await makeCaseWorld(deps)) });
  const student = app.as(world.student);
  leave = await submitLeave(student, { idempotencyKey: 'dues-leave' });
  const { id: draftId } = await student.openDraft({ body: { matterCode: codes.card } });
  await student.savePage({ params: { draftId, page: 'identity' }, body: { answers: {} } });
  ({ caseId: card } = await student.submitDraft({ params: { draftId }, body: {}, idempotencyKey: 'dues-card' }));
  const [college, registry] = [app.as(world.collegeClerk), app.as(world.registryClerk)];
  const { correctable, version } = await college.getOfficeCase({ params: { id: leave } });
  const items = [{ field: correctable[0]!.field, reason: '请写明去向' }];
  await college.requestCorrection({ params: { id: leave }, body: { version, items } });
  const received = await registry.getOfficeCase({ params: { id: card } });
  await registry.refuseCase({
    params: { id: card },
    body: { version: received.version, reason: '材料不属实', basis: '学籍管理规定' },
  });
  await student.addFavourite({ params: { code: codes.card } });
  await app.runJobs();
});
afterAll(() => app.close());

const dues = async (who = world.student) => (await app.as(who).getGreeting({})).dues;
const shown = async (
  query: NonNullable<Parameters<ReturnType<TestApp['as']>['listMyCases']>[0]>['query'],
  who = world.student,
) => (await app.as(who).listMyCases({ query })).items.map(({ id }) => id);

test('HOME-2, P2 every page is told of corrections, notices and what is kept in one statement, and of nobody else’s', async () => {
  const statements = await app.statements(async () => {
    expect(await dues()).toMatchObject({ corrections: 1, ratings: 0, kept: [codes.card] });
  });
  expect(statements).toHaveLength(1);
  expect(await dues(world.other)).toMatchObject({ corrections: 0, ratings: 0, kept: [] });
});

test('the header counts notices until they are read, and only one’s own', async () => {
  expect((await dues()).unreadNotices).toBeGreaterThan(0);
  expect((await dues(world.other)).unreadNotices).toBe(0);
  await app.as(world.student).readAllNotices();
  expect((await dues()).unreadNotices).toBe(0);
});

test('GUIDE-8 a kept matter that was retired is still told, so that it can be taken off the list', async () => {
  const em = app.deps.orm.em.fork();
  await em.nativeUpdate(Matter, { code: codes.card }, { retiredOn: '2026-01-02' });
  const { id: matterId } = await em.findOneOrFail(Matter, { code: codes.card });
  const [version] = await em.find(MatterVersion, { matterId });
  await em.nativeUpdate(MatterVersion, { matterId }, { effectiveUntil: '2026-01-02' });
  await app.deps.services.get(catalogKey).refresh();
  expect((await dues()).kept).toEqual([codes.card]);
  await em.nativeUpdate(Matter, { code: codes.card }, { retiredOn: null });
  await em.nativeUpdate(MatterVersion, { id: version!.id }, { effectiveUntil: version!.effectiveUntil ?? null });
  await app.deps.services.get(catalogKey).refresh();
});

test('HOME-2 a decided case waits for its rating until it is rated, put off, or too old', async () => {
  const student = app.as(world.other);
  const { id: draftId } = await student.openDraft({ body: { matterCode: codes.card } });
  await student.savePage({ params: { draftId, page: 'identity' }, body: { answers: {} } });
  const { caseId: id } = await student.submitDraft({ params: { draftId }, body: {}, idempotencyKey: 'dues-other' });
  const registry = app.as(world.registryClerk);
  const versionOf = async () => (await registry.getOfficeCase({ params: { id } })).version;
  await registry.acceptCase({ params: { id }, body: { version: await versionOf() } });
  const { availableActions, version } = await registry.getOfficeCase({ params: { id } });
  expect(availableActions).toContain('decline');
  await registry.declineCase({ params: { id }, body: { version, reason: '已在有效期内', basis: '学籍管理规定' } });
  const today = app.clock.now();
  expect((await dues(world.other)).ratings).toBe(1);
  app.clock.set('2026-04-01T15:59:00Z');
  expect((await dues(world.other)).ratings).toBe(1);
  app.clock.set('2026-04-01T16:00:00Z');
  expect((await dues(world.other)).ratings).toBe(0);
  app.clock.set(today);
  expect(await shown({ show: 'rating' }, world.other)).toEqual([id]);
  expect(await shown({ show: 'finished', matter: codes.card }, world.other)).toEqual([id]);
  expect(await shown({ show: 'finished', matter: codes.leave }, world.other)).toEqual([]);
  await student.rateCase({ params: { id }, body: { level: 1 } });
  expect((await dues(world.other)).ratings).toBe(0);
  expect(await shown({ show: 'rating' }, world.other)).toEqual([]);
});

test('own cases can be narrowed to a matter and to what needs a correction', async () => {
  expect(await shown({ show: 'correction' })).toEqual([leave]);
  expect(await shown({ matter: codes.card })).toEqual([card]);
});
