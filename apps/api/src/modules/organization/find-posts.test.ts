import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../../../../../tests/support/test-database.ts';
import { newId } from '../../platform/ids/index.ts';
import { findPostHolders, listPosts, postIdsHeldBy } from './find-posts.ts';
import { Department, Post, PostHolder } from './organization.entity.ts';

let database: TestDatabase;
const ids = {
  science: newId(),
  arts: newId(),
  registry: newId(),
  scienceLeave: newId(),
  artsLeave: newId(),
  person: newId(),
};

beforeAll(async () => {
  database = await openTestDatabase();
  const em = database.orm.em.fork();
  const department = { shortName: 'x', kind: 'college' as const, aliases: [], consultPhone: '0571-00002011' };
  em.create(Department, { id: ids.science, code: '201', name: '理学院', ...department });
  em.create(Department, { id: ids.arts, code: '202', name: '艺术学院', ...department });
  const post = (id: string, code: string, departmentId: string, isOfApplicantsDepartment: boolean) =>
    em.create(Post, { id, code, departmentId, name: '岗', isOfApplicantsDepartment });
  post(ids.registry, 'registry', ids.science, false);
  post(ids.scienceLeave, 'unit.leave', ids.science, true);
  post(ids.artsLeave, 'unit.leave', ids.arts, true);
  em.create(PostHolder, {
    id: newId(),
    postId: ids.registry,
    personId: ids.person,
    fromDay: '2026-01-01',
    untilDay: '2026-06-30',
  });
  em.create(PostHolder, { id: newId(), postId: ids.artsLeave, personId: ids.person, fromDay: '2026-06-30' });
  await em.flush();
});
afterAll(() => database.close());

test('a post without a phone of its own has that of its department', async () => {
  const posts = await listPosts(database.orm.em.fork());
  expect(posts.map(({ code, phone }) => [code, phone])).toEqual([
    ['registry', '0571-00002011'],
    ['unit.leave', '0571-00002011'],
    ['unit.leave', '0571-00002011'],
  ]);
});

test('a post is held from its first day to its last, both included', async () => {
  const em = database.orm.em.fork();
  const names = new Map([
    [ids.registry, 'registry'],
    [ids.artsLeave, 'unit.leave'],
  ]);
  const heldOn = async (day: string) =>
    [...(await postIdsHeldBy(em, ids.person, day))].map((id) => names.get(id)).sort();
  expect(await heldOn('2025-12-31')).toEqual([]);
  expect(await heldOn('2026-01-01')).toEqual(['registry']);
  expect(await heldOn('2026-06-30')).toEqual(['registry', 'unit.leave']);
  expect(await heldOn('2026-07-01')).toEqual(['unit.leave']);
  expect(await findPostHolders(em, ids.registry, '2026-07-01')).toEqual([]);
  expect(await findPostHolders(em, ids.registry, '2026-06-30')).toEqual([ids.person]);
});
