import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { emptyContent, type Guide, type MaterialRequirement } from '@yitang/domain/catalog';
import { createTestApp, type TestApp } from '../../../../../tests/support/test-app.ts';
import { makeCaseWorld, places } from '../../../../../tests/support/case-world.ts';
import { parseCsv } from '../../platform/table-file/index.ts';
import type { Em } from '../../database/index.ts';
import { catalogKey, publishMatters } from './index.ts';
import { noStatistics, presentCard } from './matter.presenter.ts';

const words = (zh: string) => ({ zh });
const material = (key: string, more: Partial<MaterialRequirement> = {}): MaterialRequirement => ({
  key,
  name: words(key),
  sourceMode: 'applicant',
  necessity: 'required',
  form: 'paper',
  originals: 1,
  copies: 0,
  why: words('核对'),
  accepts: [],
  maxBytes: 0,
  maxFiles: 0,
  ...more,
});
const code = 'DEMO-GUIDE';
const guide: Partial<Guide> = {
  ownerA: { name: '学籍岗（A 岗）', phone: '88200001' },
  ownerB: { name: '李老师' },
  isBookable: true,
  situations: [
    {
      key: 'reason',
      question: words('为什么补办'),
      options: [
        { value: 'lost', label: words('遗失'), leaf: '01' },
        { value: 'damaged', label: words('损坏') },
      ],
    },
    {
      key: 'where',
      question: words('在哪里遗失'),
      options: [{ value: 'campus', label: words('校内') }],
      showWhen: { field: 'reason', equals: 'lost' },
    },
  ],
  materials: [
    material('证件照'),
    material('遗失声明', { showWhen: { field: 'reason', equals: 'lost' } }),
    material('旧证', { showWhen: { field: 'reason', equals: 'damaged' } }),
    material('其他证明', { showWhen: { field: 'asked-in-the-form', equals: 'yes' } }),
    material('学籍信息', { sourceMode: 'shared', sharedFrom: words('学籍系统') }),
  ],
  steps: [
    { name: words('申请'), by: words('申请人'), days: 0 },
    { name: words('登报声明'), by: words('申请人'), days: 1, showWhen: { field: 'reason', equals: 'lost' } },
    { name: words('交回旧证'), by: words('申请人'), days: 1, showWhen: { field: 'reason', equals: 'damaged' } },
  ],
};

/** The rows of an exchange table, by the names of its columns. */
async function exchange(table: string): Promise<Record<string, string>[]> {
  const text = await (await app.fetchAs()(`${app.base}/api/open/exchange/${table}.csv`)).text();
  const [header = [], ...rows] = parseCsv(text) ?? [];
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])));
}

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({
    seed: async (deps) => {
      await makeCaseWorld(deps);
      const content = emptyContent({ code, name: '学生证补办', departmentId: places.registry });
      for (const note of ['第一版', '第二版']) {
        const next = { ...content, guide: { ...content.guide, ...guide, summary: words(note) } };
        const batch = { title: note, effectiveFrom: '2026-01-01', at: new Date('2026-01-01T00:00:00Z') };
        await deps.orm.em.fork().transactional((em) => publishMatters(em as Em, batch, [next]));
      }
    },
  });
});
afterAll(() => app.close());

const read = (query: { version?: number; situation?: string } = {}) => app.as().getMatter({ params: { code }, query });
const neededIn = (materials: Awaited<ReturnType<typeof read>>['materials']): Record<string, string> =>
  Object.fromEntries(materials.map(({ key, isNeeded }) => [key, isNeeded]));

test('GUIDE-3 before a situation is chosen a material may depend on it; what the form will ask always may', async () => {
  const { materials, situations } = await read();
  expect(neededIn(materials)).toEqual({
    证件照: 'yes',
    遗失声明: 'depends',
    旧证: 'depends',
    其他证明: 'depends',
    学籍信息: 'yes',
  });
  expect(situations.map(({ key }) => key)).toEqual(['reason']);
});

test('GUIDE-3 a chosen situation leaves what is needed in it, and may bring up the next question', async () => {
  const { materials, situations } = await read({ situation: 'reason:lost' });
  expect(neededIn(materials)).toMatchObject({ 遗失声明: 'yes', 旧证: 'no', 其他证明: 'depends' });
  expect(situations.map(({ key, chosen }) => [key, chosen])).toEqual([
    ['reason', 'lost'],
    ['where', null],
  ]);
});

test('GUIDE-3 steps of another situation are left out, and the chosen 业务办理项 is named with its code', async () => {
  const shown = ({ steps }: Awaited<ReturnType<typeof read>>) =>
    steps.map(({ name, isNeeded }) => `${name.zh} ${isNeeded}`);
  const before = await read();
  expect([shown(before), before.handlingItem]).toEqual([['申请 yes', '登报声明 depends', '交回旧证 depends'], null]);
  const lost = await read({ situation: 'reason:lost' });
  expect([shown(lost), lost.handlingItem]).toEqual([
    ['申请 yes', '登报声明 yes'],
    { code: `${code}-01`, name: words('遗失') },
  ]);
});

test('a situation that no question has changes nothing; one of another form is refused with its field', async () => {
  expect((await read({ situation: 'constructor:x,reason:none' })).situations[0]?.chosen).toBeNull();
  await expect(read({ situation: 'reason=lost' })).rejects.toMatchObject({
    problem: { issues: [{ field: 'query.situation' }] },
  });
});

test('the exchange tables have a row for each 业务办理项, and say when a step is gone through', async () => {
  const rows = (await exchange('matters')).filter(({ localCode }) => localCode?.startsWith(code));
  expect(rows.map(({ localCode, taskName, taskHandleItem }) => [localCode, taskName, taskHandleItem])).toEqual([
    [code, '学生证补办', ''],
    [`${code}-01`, '学生证补办（遗失）', `${code}-01`],
  ]);
  expect(new Set(rows.map(({ rowGuid }) => rowGuid)).size).toBe(2);
  const called = (await exchange('steps')).map(({ stepName, situation }) => [stepName, situation]);
  expect(called).toEqual(
    expect.arrayContaining([
      ['申请', ''],
      ['登报声明', '为什么补办：遗失'],
      ['交回旧证', '为什么补办：损坏'],
    ]),
  );
});

test('GUIDE-5 an older version is read under its number and says which one is in force', async () => {
  const older = await read({ version: 1 });
  expect([older.version, older.latestVersion, older.summary.zh, older.isOnline]).toEqual([1, 2, '第一版', false]);
  expect((await read()).summary.zh).toBe('第二版');
});

test('PRNT-1 the one-time notice lists what this situation needs and nothing that the university has', async () => {
  const answer = await app.fetchAs()(`${app.base}/api/matters/${code}/guide.pdf?kind=notice&situation=reason:lost`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  const file = join(mkdtempSync(join(tmpdir(), 'yitang-')), 'notice.pdf');
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
  const text = execFileSync('pdftotext', ['-layout', file, '-']).toString();
  expect(text).toContain('一次性告知单');
  for (const shown of ['证件照', '遗失声明', '遗失', '登报声明', `${code}-01`]) expect(text).toContain(shown);
  for (const hidden of ['旧证', '学籍信息', '交回旧证']) expect(text).not.toContain(hidden);
});

test('GUIDE-5 GUIDE-8 a guide names who answers for it, A before B, and whether a time can be agreed on', async () => {
  const { owners, isBookable } = await app.as().getMatter({ params: { code } });
  expect(owners).toEqual([
    { duty: 'A', name: '学籍岗（A 岗）', phone: '88200001' },
    { duty: 'B', name: '李老师', phone: null },
  ]);
  expect(isBookable).toBe(true);
});

test.each([
  [4, null],
  [5, { goodPerMille: 800, ratings: 5 }],
])('HOME-5 of %i ratings a card says %j', (ratings, satisfaction) => {
  const matter = app.deps.services.get(catalogKey).current().find(code)!;
  const card = presentCard(matter, '教务处', { ...noStatistics, good: ratings - 1, ratings });
  expect(card.satisfaction).toEqual(satisfaction);
});

test('HOME-5 a limit that a rule sets in calendar days is not told as working days on the card', () => {
  const matter = app.deps.services.get(catalogKey).current().find(code)!;
  const guide = { ...matter.guide, statutoryDays: 30, statutoryUnit: 'calendar-days' as const };
  expect(presentCard({ ...matter, guide }, '教务处', noStatistics)).toMatchObject({
    statutoryDays: 30,
    statutoryUnit: 'calendar-days',
  });
  expect(presentCard(matter, '教务处', noStatistics)).not.toHaveProperty('statutoryUnit');
});
