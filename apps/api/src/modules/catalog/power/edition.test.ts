import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { cardMatter, codes as matterCodes, places, publish } from '../../../../../../tests/support/case-world.ts';
import { openPowerDesk, type PowerDesk } from '../../../../../../tests/support/power-desk.ts';
import { createTestApp } from '../../../../../../tests/support/test-app.ts';
import { workbookCells } from '../../../../../../tests/support/workbook-cells.ts';
import { readTable } from '../../../platform/table-file/index.ts';

let desk: PowerDesk;
beforeEach(async () => {
  desk = await openPowerDesk();
});
afterEach(() => desk.app.close());

const why = { reason: '清单梳理', documents: '校发〔2026〕5号' };
const keep = async (...codes: string[]) =>
  desk.officer.combPowers({ body: { action: 'keep', powers: await desk.chosen(...codes), ...why } });
const visitor = () => desk.app.as();

test('the sitemap leads to the list and to each entry that stands on it', async () => {
  const [listed, cancelled] = await desk.accepted('学生证补办', '成绩更正');
  await keep(listed!);
  await desk.officer.combPowers({ body: { action: 'cancel', powers: await desk.chosen(cancelled!), ...why } });
  await desk.publish();
  await desk.refresh();
  const map = await (await desk.app.fetchAs()(`${desk.app.base}/api/open/sitemap.xml`)).text();
  expect(map).toContain('/powers</loc>');
  expect(map).toMatch(new RegExp(`/powers/${listed!}</loc><lastmod>\\d{4}-\\d{2}-\\d{2}</lastmod>`));
  expect(map).not.toContain(cancelled);
});

test('the list is public from its day on, by number, and what changed since the last one is told', async () => {
  const codes = await desk.accepted('学生证补办', '学生证注册', '成绩更正');
  await keep(...codes);
  expect(await visitor().listPowers({})).toMatchObject({ edition: null, total: 0 });
  expect(await desk.publish()).toEqual({ number: 1, entries: 3 });
  const powers = await desk.chosen(codes[0]!, codes[1]!);
  await desk.officer.combPowers({ body: { action: 'merge', powers, name: '学生证办理', ...why } });
  await desk.officer.combPowers({ body: { action: 'cancel', powers: await desk.chosen(codes[2]!), ...why } });
  await desk.publish('第二版', '2026-04-01');
  expect((await visitor().listPowers({})).edition).toMatchObject({ number: 1, entries: 3 });
  await expect(visitor().listPowers({ query: { edition: 2 } })).rejects.toMatchObject({ problem: { status: 404 } });

  desk.app.clock.set('2026-04-01T02:00:00Z');
  await desk.refresh();
  expect(await visitor().listPowers({})).toMatchObject({
    edition: { number: 2, title: '第二版' },
    items: [{ code: 'QL-105-0004', content: { name: '学生证办理' }, predecessors: [{ name: '学生证补办' }, {}] }],
    departments: [{ name: '教务处', count: 1 }],
  });
  expect(await visitor().getPower({ params: { code: codes[0]! } })).toMatchObject({
    status: 'merged',
    successors: [{ code: 'QL-105-0004', name: '学生证办理' }],
    isCurrent: true,
  });
  const first = await visitor().getPower({ params: { code: codes[0]! }, query: { edition: 1 } });
  expect(first).toMatchObject({ status: 'kept', isCurrent: false, edition: { number: 1 } });
  const { since, items } = await visitor().getPowerChanges({ params: { number: 2 } });
  expect([
    since?.number,
    items.map(({ name, kind, others }) => [name, kind, others.map((other) => other.name)]),
  ]).toEqual([
    1,
    [
      ['学生证补办', 'merged', ['学生证办理']],
      ['学生证注册', 'merged', ['学生证办理']],
      ['成绩更正', 'removed', []],
      ['学生证办理', 'added', ['学生证补办', '学生证注册']],
    ],
  ]);
  expect((await visitor().listPowerEditions({})).items.map(({ number }) => number)).toEqual([2, 1]);
});

test('a matter and its powers show each other, also when the power went into another one', async () => {
  const codes = await desk.accepted('学生证补办', '学生证注册');
  const card = cardMatter();
  await publish(desk.app.deps, [{ ...card, guide: { ...card.guide, powerCodes: [codes[0]!] } }], '2026-03-02');
  const powers = await desk.chosen(...codes);
  await desk.officer.combPowers({ body: { action: 'merge', powers, name: '学生证办理', ...why } });
  await desk.publish();
  const guide = await visitor().getMatter({ params: { code: matterCodes.card } });
  expect(guide.powers).toEqual([{ code: 'QL-105-0003', name: '学生证办理' }]);
  expect((await visitor().getPower({ params: { code: 'QL-105-0003' } })).matters).toEqual([
    { code: matterCodes.card, name: '补办学生证' },
  ]);
});

test('P1 the list in force is read without the database', async () => {
  await keep(...(await desk.accepted('学生证补办', '成绩更正')));
  await desk.publish();
  const reads = await desk.app.statements(async () => {
    const { items } = await visitor().listPowers({ query: { q: '学生证', department: places.registry } });
    await visitor().getPower({ params: { code: items[0]!.code } });
    await visitor().listPowerEditions({});
    await visitor().exportPowersJson({ params: { number: 1 } });
  });
  expect(reads).toEqual([]);
});

test('another instance shows a new edition within a second', async () => {
  const other = await createTestApp({ orm: desk.app.deps.orm });
  try {
    await keep(...(await desk.accepted('学生证补办')));
    await desk.publish();
    const until = Date.now() + 5_000;
    while ((await other.as().listPowers({})).total === 0 && Date.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await other.as().listPowers({})).total).toBe(1);
  } finally {
    await other.close();
  }
});

test('an edition is a file of CSV or Excel, and what would be computed is text in it', async () => {
  const formula = '=HYPERLINK("http://x")';
  await keep(...(await desk.accepted(formula, '成绩更正')));
  await desk.publish();
  const file = async (ending: string) =>
    Buffer.from(await (await fetch(`${desk.app.base}/api/power-editions/1/powers.${ending}`)).arrayBuffer());
  const csv = await file('csv');
  expect(csv.toString('utf8')).toContain(`"'=HYPERLINK(""http://x"")"`);
  const book = await file('xlsx');
  expect(await workbookCells(book)).toContain(`'${formula}`);
  const table = await readTable(book);
  expect(table.rows.map(({ cells }) => cells.get('权力名称'))).toEqual([formula, '成绩更正']);
  expect(table.rows[1]?.cells.get('设定依据')).toBe('《学生管理规定》（校发〔2025〕8号）第三条');
});

test('an edition that changes nothing, or begins too early, is refused with every reason; of two at once one comes', async () => {
  const entries = async (body: { title: string; effectiveFrom: string }) => desk.officer.publishPowerEdition({ body });
  await expect(entries({ title: '空的', effectiveFrom: '2026-01-01' })).rejects.toMatchObject({
    problem: { issues: [{ code: 'edition.empty' }, { code: 'edition.too-early', field: 'body.effectiveFrom' }] },
  });
  await keep(...(await desk.accepted('学生证补办')));
  const body = { title: '清单', effectiveFrom: '2026-03-02' };
  const both = await Promise.allSettled([entries(body), desk.colleague.publishPowerEdition({ body })]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await desk.refresh();
  expect((await visitor().listPowerEditions({})).items).toHaveLength(1);
});
