import { Workbook } from '@cj-tech-master/excelts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makePerson, type NewPerson } from '../../../../../../tests/support/people.ts';
import { applicant, staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../../tests/support/test-app.ts';
import type { Em } from '../../../database/index.ts';
import { listDepartments, organizationModule } from '../../organization/index.ts';
import { findPersonFacts } from '../find-person.ts';
import { findPeopleWithRole, identityModule } from '../index.ts';
import { Person } from '../person.entity.ts';

let app: TestApp;
const administrator = staff('administrator');
beforeAll(async () => {
  app = await createTestApp({ modules: [identityModule, organizationModule] });
});
afterAll(() => app.close());

const admin = () => app.as(administrator);
const fork = () => app.deps.orm.em.fork() as Em;

interface Report {
  created: number;
  changed: number;
  unchanged: number;
  isDryRun: boolean;
  code?: string;
  issues: { field: string; code: string }[];
}
async function upload(
  kind: string,
  content: string | Uint8Array,
  dryRun: '0' | '1' = '0',
  who = administrator,
): Promise<Report & { status: number }> {
  const form = new FormData();
  form.set('file', new Blob([content as BlobPart]), 'file.csv');
  const answer = await app.fetchAs(who)(`${app.base}/api/admin/imports/${kind}?dryRun=${dryRun}`, {
    method: 'POST',
    body: form,
  });
  return { ...((await answer.json()) as Report), status: answer.status };
}
const faults = ({ issues }: Report) => issues.map(({ field, code }) => `${field} ${code}`).sort();

const departments = '部门编码,部门名称,类别,校区\n105,教务处,机关部门,明德校区\n201,理学院,学院,明德校区\n';
const people = `学工号,姓名,身份类别,部门,专业,年级,起始日期,身份证件号,手机号,邮箱
0023141001,龘𠮷,学生,理学院,数学,2023级,2023-09-01,339900200001011235,16000000001,a@example.edu.cn
T2008017,阿依古丽·买买提,教师,教务处,,,2008-07-01,,,
`;

describe('imports', () => {
  test('a dry run says what would be and writes nothing', async () => {
    expect(await upload('departments', departments, '1')).toMatchObject({ status: 200, isDryRun: true, created: 2 });
    expect(await listDepartments(fork())).toEqual([]);
  });
  test('departments and people come in; the same file again changes nothing', async () => {
    expect(await upload('departments', departments)).toMatchObject({ status: 200, created: 2 });
    const id = idNumber();
    const file = people.replace('339900200001011235', id);
    expect(await upload('people', file)).toMatchObject({ status: 200, created: 2, changed: 0 });
    expect(await upload('people', file)).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
    const { items } = await admin().listPeople({ query: { q: '0023141001' } });
    expect(items).toMatchObject([
      {
        name: '龘𠮷',
        affiliations: [{ kind: 'student', number: '0023141001', department: '理学院' }],
        isDisabled: false,
      },
    ]);
    expect(JSON.stringify(items)).not.toContain('16000000001');
  });
  test('a change is written and counted; what has no column stays', async () => {
    const changed =
      '学工号,姓名,身份类别,部门,专业,年级,起始日期\n0023141001,龘𠮷,学生,理学院,统计学,2023级,2023-09-01\n';
    expect(await upload('people', changed)).toMatchObject({ created: 0, changed: 1, unchanged: 0 });
    const [found] = (await admin().listPeople({ query: { q: '龘' } })).items;
    const facts = await findPersonFacts(fork(), found?.id ?? '', { crypto: app.deps.crypto, today: '2026-03-02' });
    expect(facts).toMatchObject({
      phone: '16000000001',
      email: 'a@example.edu.cn',
      affiliations: [{ programme: '统计学' }],
    });
  });
  test('a later beginning ends the affiliation before it', async () => {
    expect(
      await upload('people', '学工号,姓名,身份类别,部门,起始日期\nT2008017,阿依古丽·买买提,教师,201,2026-03-01\n'),
    ).toMatchObject({ changed: 1 });
    const [found] = (await admin().listPeople({ query: { q: 'T2008017' } })).items;
    const facts = await findPersonFacts(fork(), found?.id ?? '', { crypto: app.deps.crypto, today: '2026-03-02' });
    expect(facts?.affiliations.map(({ department, fromDay, untilDay }) => [department, fromDay, untilDay])).toEqual([
      ['理学院', '2026-03-01', null],
      ['教务处', '2008-07-01', '2026-02-28'],
    ]);
  });
  test('two numbers with one ID number are one person', async () => {
    const id = idNumber(7);
    const file = `学工号,姓名,身份类别,起始日期,身份证件号\nB1,李小明,校友,2023-07-01,${id}\nM1,李小明,学生,2023-09-01,${id}\n`;
    expect(await upload('people', file)).toMatchObject({ created: 1, changed: 1 });
    expect((await admin().listPeople({ query: { q: 'B1' } })).items[0]?.affiliations).toHaveLength(2);
  });
  test('one wrong row: nothing is imported and every fault is named', async () => {
    const wrong = `学工号,姓名,身份类别,部门,起始日期,身份证件号,手机号
X1,好人,学生,理学院,2023-09-01,,
X2,=HYPERLINK("x"),老板,没有处,2023-13-01,339900200001011230,123
X1,好人,学生,,2023-09-01,,
`;
    const report = await upload('people', wrong);
    expect(report).toMatchObject({ status: 422, code: 'import.rows' });
    expect(faults(report)).toEqual(
      [
        'rows.3.姓名 name.forbidden-characters',
        'rows.3.手机号 cell.phone',
        'rows.3.起始日期 cell.day',
        'rows.3.身份类别 cell.choice',
        'rows.3.身份证件号 cell.id-number',
        'rows.3.部门 cell.unknown',
        'rows.4.学工号 cell.repeated',
      ].sort(),
    );
    expect((await admin().listPeople({ query: { q: 'X1' } })).items).toEqual([]);
    expect(faults(await upload('people', wrong, '1'))).toHaveLength(7);
  });
  test('a workbook will do, and what is no table is refused', async () => {
    const book = new Workbook();
    const sheet = book.addWorksheet('部门');
    sheet.addRow(['部门编码', '部门名称']);
    sheet.addRow([301, '图书馆']);
    expect(await upload('departments', new Uint8Array(await book.xlsx.writeBuffer()))).toMatchObject({ created: 1 });
    expect(await upload('departments', '%PDF-1.7\u0000')).toMatchObject({ status: 422, code: 'import.unreadable' });
    expect(await upload('departments', 'x'.repeat(10 * 1024 * 1024 + 10))).toMatchObject({ status: 413 });
  });
  test('posts and grants come in for people who are there', async () => {
    const posts = '岗位编码,部门,岗位名称,任职人学工号,任职起始日期\nregistry,105,学籍管理岗,T2008017,2026-01-01\n';
    expect(await upload('posts', posts)).toMatchObject({ created: 2 });
    const grants =
      '学工号,角色,范围类别,范围,起始日期,截止日期\nT2008017,办事人员,部门,教务处,2026-01-01,\nT2008017,部门负责人,校区,明德校区,2026-01-01,2026-12-31\n';
    expect(await upload('grants', grants)).toMatchObject({ created: 2 });
    expect(await upload('grants', grants)).toMatchObject({ unchanged: 2, created: 0, changed: 0 });
    expect((await admin().listPeople({ query: { q: 'T2008017' } })).items[0]?.grants).toMatchObject([
      { role: 'clerk', scopeKind: 'department', scopeName: '教务处' },
      { role: 'head', scopeKind: 'campus', scopeName: '明德校区', until: '2026-12-31' },
    ]);
    expect(await findPeopleWithRole(fork(), 'head', { on: '2026-06-01' })).toHaveLength(1);
    const wrong =
      '学工号,角色,范围类别,范围,起始日期\nT9,办事人员,部门,教务处,2026-01-01\nT2008017,超人,全校,教务处,2026-01-01\nT2008017,监督人员,全校,,2026-01-01\nT2008017,系统管理员,全校,,2026-01-01\n';
    expect(faults(await upload('grants', wrong))).toEqual(
      [
        'rows.2.学工号 cell.unknown',
        'rows.3.范围 grant.scope',
        'rows.3.角色 cell.choice',
        'rows.4.角色 grant.conflict',
        'rows.5.角色 grant.conflict',
      ].sort(),
    );
  });
  test('a calendar year comes in and is told to whoever waits for it', async () => {
    expect(await upload('calendar', '日期,安排,说明\n2027-01-01,放假,元旦\n')).toMatchObject({ created: 1 });
    expect((await admin().listCalendarYears()).items).toMatchObject([
      { year: 2026, isPublished: false },
      { year: 2027, version: 1, isPublished: true, holidays: 1 },
    ]);
    expect(await app.runJobs()).toBeGreaterThan(0);
  });
  test('only an administrator imports', async () => {
    expect(await upload('people', people, '1', staff('clerk'))).toMatchObject({ status: 403 });
    expect(await upload('people', people, '1', applicant())).toMatchObject({ status: 403 });
  });
});

describe('grants', () => {
  const grant = {
    role: 'clerk' as const,
    scopeKind: 'university' as const,
    scopeId: null,
    from: '2026-01-01',
    until: null,
  };
  test('are given and taken back, each in the log', async () => {
    const { personId } = await makePerson(app.deps, { number: 'G1', kind: 'staff' });
    const given = await admin().giveGrant({ body: { ...grant, personId } });
    expect(given).toMatchObject({ role: 'clerk', scopeName: '全校' });
    await admin().revokeGrant({ params: { id: given.id } });
    await expect(admin().revokeGrant({ params: { id: given.id } })).rejects.toMatchObject({ status: 404 });
    const rows = await fork().execute<{ action: string }[]>(
      'select action from audit_entries where chain = ? order by seq',
      [`person:${personId}`],
    );
    expect(rows.map(({ action }) => action)).toEqual(['grant.give', 'grant.revoke']);
    expect((await admin().listPeople({ query: { q: 'G1' } })).items[0]?.grants).toEqual([]);
  });
  test('need a person, a scope that exists and dates in order; every fault is named', async () => {
    const { personId } = await makePerson(app.deps, { number: 'G2' });
    const body = {
      ...grant,
      personId,
      scopeKind: 'department' as const,
      scopeId: 'nowhere',
      from: '2026-02-01',
      until: '2026-01-01',
    };
    await expect(admin().giveGrant({ body })).rejects.toMatchObject({
      problem: { issues: [{ field: 'body.until' }, { field: 'body.scopeId' }] },
    });
    await expect(
      admin().giveGrant({ body: { ...grant, personId: administrator.sessionId ?? '' } }),
    ).rejects.toMatchObject({ status: 404 });
  });
  test('never make a judge of the log out of an administrator, nor come from oneself', async () => {
    const { personId } = await makePerson(app.deps, { number: 'G3', grants: [{ role: 'administrator' }] });
    await expect(admin().giveGrant({ body: { ...grant, personId, role: 'supervisor' } })).rejects.toMatchObject({
      problem: { issues: [{ code: 'grant.conflict' }] },
    });
    const self = { ...grant, personId: administrator.personId ?? '' };
    await expect(admin().giveGrant({ body: self })).rejects.toMatchObject({ status: 403 });
  });
});

describe('people', () => {
  test('are listed page by page in the order of names, each once', async () => {
    for (const name of ['丁一', '丁一', '丁二', '丁三', '丁四']) await makePerson(app.deps, { name });
    const seen: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await admin().listPeople({ query: { q: '丁', limit: 2, ...(after !== undefined && { after }) } });
      seen.push(...page.items.map(({ id }) => id));
      if (page.next === undefined) break;
      after = page.next;
    }
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
    await expect(admin().listPeople({ query: { after: '!!!' } })).rejects.toMatchObject({ status: 422 });
    const statements = await app.statements(() => admin().listPeople({ query: { q: '丁', limit: 100 } }));
    expect(statements.length).toBeLessThanOrEqual(8);
  });
  test('are found by the role that they hold, or will; what is over or taken back does not count', async () => {
    const held = async (name: string, grants: NewPerson['grants']) =>
      makePerson(app.deps, { name, kind: 'staff', grants });
    await held('角一', [{ role: 'supervisor' }, { role: 'clerk' }]);
    await held('角二', [{ role: 'clerk', fromDay: '2999-01-01' }]);
    await held('角三', [{ role: 'clerk', untilDay: '2020-01-01' }]);
    const { grantIds } = await held('角四', [{ role: 'clerk' }]);
    await admin().revokeGrant({ params: { id: grantIds[0]! } });
    await held('角五', []);
    const namesOf = async (role: 'any' | 'clerk' | 'supervisor' | 'head') =>
      (await admin().listPeople({ query: { q: '角', role } })).items.map(({ name }) => name);
    expect(await Promise.all((['any', 'clerk', 'supervisor', 'head'] as const).map(namesOf))).toEqual([
      ['角一', '角二'],
      ['角一', '角二'],
      ['角一'],
      [],
    ]);
  });
  test('can be disabled with a reason, but not oneself', async () => {
    const { personId } = await makePerson(app.deps, { number: 'S1' });
    const body = { isDisabled: true, reason: '离校' };
    await admin().setAccountState({ params: { id: personId }, body });
    expect((await admin().listPeople({ query: { q: 'S1' } })).items[0]?.isDisabled).toBe(true);
    await expect(admin().setAccountState({ params: { id: administrator.personId ?? '' }, body })).rejects.toMatchObject(
      { status: 403 },
    );
  });
  test('no number is stored in clear', async () => {
    const [row] = await fork().find(Person, { phoneIndex: { $ne: null } }, { limit: 1 });
    expect(row?.phoneSealed).toMatch(/^v1:/);
    const text = JSON.stringify(await fork().execute('select * from people'));
    expect(text).not.toContain('16000000001');
    expect(text).not.toContain('a@example.edu.cn');
  });
});

/** A well-formed number of an area that no county has. */
function idNumber(order = 3): string {
  const digits = `33990020000101${String(order).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return digits + ('10X98765432'[sum % 11] ?? '');
}
