import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../../../../../tests/support/test-database.ts';
import type { Em } from '../../database/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { readTable } from '../../platform/table-file/index.ts';
import { calendarFor } from './calendar-for.ts';
import { listPosts, postIdsHeldBy } from './find-posts.ts';
import { planCalendarImport } from './import-calendar.ts';
import { planDepartmentImport } from './import-departments.ts';
import type { ImportPlan } from './import-plan.ts';
import { planPostImport } from './import-posts.ts';
import { departmentFinder, listCampuses, listDepartments } from './list-departments.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function importText(
  plan: (em: Em, table: Awaited<ReturnType<typeof readTable>>) => Promise<ImportPlan>,
  text: string,
) {
  const em = database.orm.em.fork() as Em;
  const { apply, ...planned } = await plan(em, await readTable(Buffer.from(text)));
  if (planned.issues.length === 0) await apply();
  return planned;
}
const faults = (plan: Omit<ImportPlan, 'apply'>) => plan.issues.map(({ field, code }) => `${field} ${code}`);
const fork = () => database.orm.em.fork() as Em;

const departments = `部门编码,部门名称,简称,类别,上级部门编码,校区,咨询电话,别名,停用
105,教务处,,机关部门,,明德校区,0571-00001051,教务部；学务部,
200,各学院,,各学院,,,,,
201,理学院,理学院,学院,200,致远校区,,,否
`;

describe('departments', () => {
  test('come in by code, with campus, parent and other spellings; a second import changes nothing', async () => {
    expect(await importText(planDepartmentImport, departments)).toMatchObject({
      rows: 3,
      created: 3,
      changed: 0,
      issues: [],
    });
    expect(await importText(planDepartmentImport, departments)).toMatchObject({ created: 0, changed: 0, unchanged: 3 });
    const stored = await listDepartments(fork());
    const find = departmentFinder(stored);
    expect(find('学务部')?.code).toBe('105');
    expect(stored.find(({ code }) => code === '201')?.parentId).toBe(find('各学院')?.id);
    expect((await listCampuses(fork())).map(({ name }) => name)).toEqual(['明德校区', '致远校区']);
  });
  test('a change is counted and the id stays', async () => {
    const before = (await listDepartments(fork())).find(({ code }) => code === '105');
    expect(await importText(planDepartmentImport, departments.replace('0571-00001051', '0571-00001052'))).toMatchObject(
      { changed: 1 },
    );
    expect((await listDepartments(fork())).find(({ code }) => code === '105')).toMatchObject({
      id: before?.id,
      consultPhone: '0571-00001052',
    });
  });
  test('every wrong row is named and nothing is imported', async () => {
    const plan = await importText(
      planDepartmentImport,
      '部门编码,部门名称,类别,上级部门编码\n301,,大楼,999\n301,甲,,\n',
    );
    expect(faults(plan).sort()).toEqual([
      'rows.2.上级部门编码 cell.unknown',
      'rows.2.类别 cell.choice',
      'rows.2.部门名称 cell.required',
      'rows.3.部门编码 cell.repeated',
    ]);
    expect(faults(await importText(planDepartmentImport, '编码\n1\n'))).toEqual([
      'columns.部门编码 column.missing',
      'columns.部门名称 column.missing',
    ]);
  });
});

describe('posts', () => {
  const people = new Map([['T1', newId()]]);
  const plan = (em: Em, table: Parameters<typeof planPostImport>[1]) =>
    planPostImport(em, table, () => Promise.resolve(people));
  const posts = `岗位编码,部门,岗位名称,随申请人部门,任职人学工号,任职起始日期
registry,学务部,学籍管理岗,否,T1,2026-01-01
unit.leave,201,请假审批岗,是,,
`;
  test('come in with their holders, again and again', async () => {
    expect(await importText(plan, posts)).toMatchObject({ created: 3, issues: [] });
    expect(await importText(plan, posts)).toMatchObject({ created: 0, changed: 0, unchanged: 3 });
    const held = await postIdsHeldBy(fork(), people.get('T1') ?? '', '2026-06-01');
    expect((await listPosts(fork())).filter(({ id }) => held.has(id))).toMatchObject([
      { code: 'registry', phone: '0571-00001052' },
    ]);
  });
  test('unknown departments and people are named', async () => {
    const wrong =
      '岗位编码,部门,岗位名称,任职人学工号,任职起始日期\na,没有处,甲,,\nb,105,乙,T9,2026-01-01\nc,105,丙,T1,\n';
    expect(faults(await importText(plan, wrong)).sort()).toEqual([
      'rows.2.部门 cell.unknown',
      'rows.3.任职人学工号 cell.unknown',
      'rows.4.任职起始日期 cell.required',
    ]);
  });
});

describe('the working calendar', () => {
  const plan = (em: Em, table: Parameters<typeof planCalendarImport>[1]) =>
    planCalendarImport(em, table, { by: 'test', now: new Date() });
  const year = '日期,安排,说明\n2027-01-01,放假,元旦\n2027-01-02,放假,元旦\n2027-02-20,上班,春节调休\n';
  test('an unpublished year is never guessed; importing it publishes it', async () => {
    expect((await calendarFor(fork())).kindOf('2027-01-04')).toBe('unpublished');
    expect(await importText(plan, year)).toMatchObject({ created: 1, issues: [] });
    const calendar = await calendarFor(fork());
    expect(['2027-01-01', '2027-01-04', '2027-02-20'].map(calendar.kindOf)).toEqual(['day-off', 'workday', 'workday']);
  });
  test('a correction is a new version and a case keeps the one it pinned', async () => {
    expect(await importText(plan, year)).toMatchObject({ created: 0, changed: 0, unchanged: 1 });
    expect(await importText(plan, `${year}2027-01-04,放假,校庆\n`)).toMatchObject({ changed: 1 });
    expect((await calendarFor(fork())).kindOf('2027-01-04')).toBe('day-off');
    expect((await calendarFor(fork(), { 2027: 1 })).kindOf('2027-01-04')).toBe('workday');
    expect((await calendarFor(fork())).versions).toEqual({ 2027: 2 });
  });
  test('days of two years, worked weekdays and repeated days are named', async () => {
    expect(
      faults(
        await importText(plan, '日期,安排\n2027-01-01,放假\n2028-01-01,放假\n2027-01-05,上班\n2027-01-01,放假\n'),
      ).sort(),
    ).toEqual(['rows.3.日期 calendar.year', 'rows.4.安排 calendar.workday', 'rows.5.日期 cell.repeated']);
  });
});
