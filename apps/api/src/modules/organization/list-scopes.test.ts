import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../../../../../tests/support/test-database.ts';
import type { Em } from '../../database/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { readTable } from '../../platform/table-file/index.ts';
import { planDepartmentImport } from './import-departments.ts';
import { listScopes } from './list-scopes.ts';
import { Department, Office } from './organization.entity.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
const fork = () => database.orm.em.fork() as Em;

test('a grant can be narrowed to every campus, department and office by name; an office says whose it is', async () => {
  const table = await readTable(Buffer.from('部门编码,部门名称,校区,停用\n105,教务处,明德校区,否\n199,老部门,,是\n'));
  await (await planDepartmentImport(fork(), table)).apply();
  const em = fork();
  const department = await em.findOneOrFail(Department, { code: '105' });
  em.create(Office, { id: newId(), code: '105-1', departmentId: department.id, name: '学籍科' });
  await em.flush();
  const { items } = await listScopes(fork());
  expect(items.map(({ kind, name }) => [kind, name])).toEqual([
    ['campus', '明德校区'],
    ['department', '教务处'],
    ['office', '教务处 学籍科'],
  ]);
  expect(items[1]?.id).toBe(department.id);
});
