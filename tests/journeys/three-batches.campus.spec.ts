import { expect, test, type Browser, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { check, openBatch, planBatch, publish } from './support/catalog-batches.ts';
import {
  added,
  collected,
  doubled,
  fee,
  listed,
  mark,
  mends,
  paid,
  paper,
  row,
  sentenceOf,
} from './support/collected-matters.ts';
import { civilDay } from './support/days.ts';
import { catalogFormats, exchangeTables, exported, paperOf, times } from './support/exports.ts';
import { mend, messyCatalog, plainCatalog, sheetsIn, wordsIn } from './support/messy-catalog.ts';
import { actAs, people, signInAtCampus } from './support/people.ts';

// At the campus's site: its catalog may change while the demo's figures are counted.

async function enter(browser: Browser, username: string, role: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto('/auth/login?return=/console');
  await signInAtCampus(page, username);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await actAs(page, role);
  return page;
}

async function send(page: Page, buffer: Buffer, button = '上传并查看各列'): Promise<void> {
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.getByLabel('选择清单文件').setInputFiles({ name: '报送表.xlsx', mimeType, buffer });
  await page.getByRole('button', { name: button }).click();
  await page.waitForURL(/\/console\/import\/[0-9a-f-]{36}/);
}

/** What no dictionary knows is said by hand; the other columns are proposed. */
async function mapColumns(page: Page): Promise<void> {
  const said = { 办什么事: '事项名称', 归口单位: '实施部门', 一句话说清: '一句话说明', 谁来办: '服务对象' };
  for (const [heading, label] of Object.entries(said))
    await page.getByLabel(heading, { exact: true }).selectOption({ label });
  await page.getByRole('button', { name: '确认，检查内容' }).click();
}

const counts = (page: Page) => page.getByRole('navigation', { name: '按比较结果查看' });

async function expectCounts(page: Page, wanted: Readonly<Record<string, number>>): Promise<void> {
  for (const [kind, count] of Object.entries(wanted))
    await expect(counts(page).getByRole('link', { name: new RegExp(`^${kind} ?${count}$`) })).toBeVisible();
}

/** Of the first list, and brought again with the second. */
const [changed] = listed.filter(({ name }) => name === '教师调补课确认') as [(typeof listed)[number]];

test('CAT-4 a catalog is made of collected sheets, checked, published in batches, withdrawn in part, and taken along in every format', async ({
  browser,
}, testInfo) => {
  test.setTimeout(240_000);
  const officer = await enter(browser, people.reformOfficer, '改革办');
  const head = await enter(browser, people.head, '负责人');
  const title = (name: string) => `${name}${mark}`;
  const batches = { first: title('首批'), second: title('二批'), third: title('三批'), withdrawn: title('四批') };
  const numbers: number[] = [];

  await test.step('columns in words of their own are mapped; faulty rows are named and marked', async () => {
    await officer.goto('/console/import');
    await send(officer, await messyCatalog(collected()));
    await mapColumns(officer);
    await expect(officer.getByText('6 行需要修改，共 6 处。')).toBeVisible();
    await expect(officer.getByRole('row', { name: /教务部 第 6 行/ })).toContainText('尽快');
    await expect(officer.getByRole('row', { name: new RegExp(`学工处 第 ${mends[4].row} 行`) })).toContainText(
      '第 5 行',
    );
  });

  await test.step('the marked file says what is wrong; mended, every row can be imported', async () => {
    const download = officer.waitForEvent('download');
    await officer.getByRole('link', { name: '下载标注问题的文件' }).click();
    const marked = readFileSync(await (await download).path());
    const notes = (await sheetsIn(marked)).flatMap(({ name, rows }) =>
      rows.flatMap(({ row: at, cells: [note] }) =>
        at > 4 && typeof note === 'string' && note !== '' ? [`${name} ${at} ${note}`] : [],
      ),
    );
    expect(notes.filter((note) => !note.startsWith('填表说明'))).toHaveLength(mends.length);
    for (const { sheet, row: at } of mends) expect(notes.some((note) => note.startsWith(`${sheet} ${at} `))).toBe(true);
    await send(officer, await mend(marked, mends), '上传改好的文件');
    await expect(officer.getByText('每一行都能导入。')).toBeVisible();
  });

  await test.step('what is new, changed and missing is compared, and becomes a planned batch', async () => {
    await officer.getByRole('link', { name: '下一步：比较与导入' }).click();
    await expectCounts(officer, { 新事项: 0, 有改动: listed.length + 1, 无改动: 1 });
    await counts(officer)
      .getByRole('link', { name: /有改动/ })
      .click();
    const changed = officer.getByRole('row', { name: /学生缓考申请/ });
    await changed.getByText('咨询电话').first().click();
    await expect(changed).toContainText('改为：0571-88881201');
    await counts(officer)
      .getByRole('link', { name: /清单中没有/ })
      .click();
    await expect(officer.getByRole('link', { name: `办理取消“${doubled.gone}”` })).toBeVisible();
    await officer.getByLabel('同时列入新的计划批次').fill(batches.first);
    await officer.getByRole('button', { name: `导入 ${listed.length + 1} 个事项` }).click();
    await expect(officer.getByText(`新增草稿 0 份，更新 ${listed.length + 1} 份`)).toBeVisible();
  });

  await test.step('what the rules find is mended in the editor', async () => {
    await openBatch(officer, batches.first);
    const finding = (words: RegExp) => officer.getByRole('listitem').filter({ hasText: words }).getByRole('link');
    const sections = officer.getByRole('navigation', { name: '事项的各部分' });
    await finding(/投诉电话与咨询电话相同/).click();
    await sections.getByRole('link', { name: '咨询与监督' }).click();
    await officer.getByLabel('监督投诉电话').fill('0571-88881299');
    await officer.getByRole('button', { name: '保存', exact: true }).click();
    await expect(officer.getByText(/^已保存，/)).toBeVisible();
    await openBatch(officer, batches.first);
    await finding(/与必须现场办理的原因不一致/).click();
    await sections.getByRole('link', { name: '办理方式与地点' }).click();
    await officer
      .getByRole('group', { name: /必须到现场的原因/ })
      .getByRole('textbox', { name: '中文' })
      .fill('核对并领取');
    await officer.getByRole('button', { name: '保存', exact: true }).click();
    await expect(officer.getByText(/^已保存，/)).toBeVisible();
  });

  await test.step('the first batch passes its checks and is published today', async () => {
    await check(officer, head);
    await openBatch(officer, batches.first);
    await expect(officer.getByText(`新增 0，调整 ${listed.length + 1}，取消 0`)).toBeVisible();
    numbers.push(await publish(officer));
  });

  await test.step('a second list changes what the first brought, and adds', async () => {
    await officer.goto('/console/import');
    const mended = { 办什么事: changed.name, 归口单位: '教务处', '承诺（工作日）': '3' };
    await send(officer, await plainCatalog([row(added, 1, { 归口单位: '学生处' }), mended]));
    await mapColumns(officer);
    await expect(officer.getByText('每一行都能导入。')).toBeVisible();
    await officer.getByRole('link', { name: '下一步：比较与导入' }).click();
    await expectCounts(officer, { 新事项: 1, 有改动: 1, 无改动: 0 });
    await officer.getByLabel('同时列入新的计划批次').fill(batches.second);
    await officer.getByRole('button', { name: '导入 2 个事项' }).click();
    await check(officer, head);
    await openBatch(officer, batches.second);
    numbers.push(await publish(officer));
  });

  const withdrawn = title('停车位申请');
  await test.step('one draft takes away what the list had twice and says what takes over, one copies a matter', async () => {
    await officer.goto(`/console/begin?q=${encodeURIComponent(doubled.gone)}`);
    await officer.getByRole('link', { name: `取消“${doubled.gone}”` }).click();
    await officer.getByRole('searchbox', { name: '查找承接的事项' }).fill(doubled.heir);
    await officer.getByRole('button', { name: '查找', exact: true }).click();
    await officer.getByRole('radio', { name: new RegExp(`^${doubled.heir}`) }).check();
    await officer.getByRole('button', { name: '建立取消草稿' }).click();
    await expect(officer.getByText(/^承接事项：/)).toBeVisible();
    await officer.goto(`/console/begin?q=${encodeURIComponent(changed.name)}`);
    await officer
      .getByRole('row', { name: changed.name })
      .first()
      .getByRole('link', { name: /复制为新事项/ })
      .click();
    await expect(officer.getByText(`以“${changed.name}”为底稿`)).toBeVisible();
    await officer.getByLabel('事项名称').fill(withdrawn);
    await officer.getByLabel('实施部门').selectOption({ label: '教务处（105）' });
    await officer.getByRole('button', { name: '新增并开始编辑' }).click();
    await expect(officer.getByRole('heading', { level: 1, name: withdrawn })).toBeVisible();
    await check(officer, head);
  });

  await test.step('a third batch takes the one away', async () => {
    await planBatch(officer, batches.third, [doubled.gone]);
    numbers.push(await publish(officer));
  });

  await test.step('a fourth batch is planned for a later day and withdrawn before it takes effect', async () => {
    await planBatch(officer, batches.withdrawn, [withdrawn]);
    await officer.getByLabel('生效日期').fill(civilDay(7));
    await officer.getByRole('button', { name: '定时发布' }).click();
    await expect(officer.getByText(/^将于 .* 自动发布/)).toBeVisible();
    await officer.getByText('撤回批次').first().click();
    await officer.getByLabel('撤回原因').fill('停车办法还在征求意见');
    await officer.getByRole('button', { name: '撤回批次' }).click();
    await expect(officer.getByText('已撤回：停车办法还在征求意见')).toBeVisible();
  });

  const visitor = await (await browser.newContext()).newPage();
  await test.step('everybody sees what is in force, and that yesterday it was not', async () => {
    await visitor.goto('/openness');
    for (const [at, name] of [batches.first, batches.second, batches.third].entries())
      await expect(visitor.getByRole('link', { name: `第 ${numbers[at]} 批：${name}` })).toBeVisible();
    await expect(visitor.getByText(batches.withdrawn)).toHaveCount(0);
    await visitor.goto(`/matters?q=${encodeURIComponent(withdrawn)}`);
    await expect(visitor.getByRole('link', { name: withdrawn })).toHaveCount(0);
    await visitor.goto('/catalog');
    /** Waits for the page of the letter: the one before has the same parts. */
    const turnTo = async (letter: string) => {
      const letters = visitor.getByRole('navigation', { name: '首字母' });
      await letters.getByRole('link', { name: new RegExp(`^${letter}`) }).click();
      await expect(visitor.getByRole('heading', { level: 2, name: letter, exact: true })).toBeVisible();
    };
    const gone = visitor.getByRole('link', { name: doubled.gone, exact: true });
    await turnTo('X');
    await expect(gone).toHaveCount(0);
    await turnTo('Q');
    await expect(visitor.getByRole('link', { name: added })).toBeVisible();
    await visitor.emulateMedia({ media: 'print' });
    await expect(visitor.getByRole('link', { name: added })).toBeVisible();
    await visitor.emulateMedia({ media: 'screen' });
    await visitor.getByLabel('目录日期').fill(civilDay(-1));
    await visitor.getByRole('button', { name: '查看这一天' }).click();
    await expect(visitor.getByText(/^这是 .* 的目录$/)).toBeVisible();
    await turnTo('X');
    await expect(gone).toBeVisible();
    await turnTo('Q');
    await expect(visitor.getByText(added)).toHaveCount(0);
    const download = visitor.waitForEvent('download');
    await visitor.getByRole('link', { name: 'Excel', exact: true }).click();
    const before = await wordsIn(readFileSync(await (await download).path()));
    expect([before.includes(doubled.gone), before.includes(mark)]).toEqual([true, false]);
  });

  await test.step('every format holds what was published, and nothing of what was withdrawn', async () => {
    for (const path of catalogFormats) {
      const text = await exported(visitor, path);
      const sentences = [...listed.map(({ name }) => name), added].map(sentenceOf);
      const before = await exported(visitor, `${path}?on=${civilDay(-1)}`);
      expect([path, sentences.filter((sentence) => !text.includes(sentence))]).toEqual([path, []]);
      expect([path, text.includes(withdrawn), before.includes(mark)]).toEqual([path, false, false]);
      // Only the JSON says what went, and which matter took over.
      expect([path, text.includes(doubled.gone)]).toEqual([path, path.endsWith('.json')]);
      expect([path, before.includes(doubled.gone)]).toEqual([path, true]);
    }
    type Matter = { code: string; name: string; version: number; promisedDays: number };
    type Retired = { name: string; successorCode: string | null };
    const { matters, retired } = JSON.parse(await exported(visitor, '/api/open/catalog.json')) as {
      matters: Matter[];
      retired: Retired[];
    };
    const heir = matters.find(({ name }) => name === doubled.heir);
    expect(retired).toMatchObject([{ name: doubled.gone, successorCode: heir?.code }]);
    const [now] = matters.filter(({ name }) => name === changed.name);
    expect(now).toMatchObject({ version: 3, promisedDays: 3 });
    const book = await exported(visitor, '/api/open/exchange.xlsx');
    const [ours, papers, steps, fees] = await Promise.all(exchangeTables.map((path) => exported(visitor, path)));
    expect([ours!.includes(added), book.includes(added), ours!.includes(withdrawn), book.includes(withdrawn)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    // One of each matter that is in force: none of the copy that was withdrawn.
    expect([times(papers!, paper), times(book, paper)]).toEqual([listed.length + 1, listed.length + 1]);
    expect([times(steps!, '提交申请,申请人') > listed.length, times(fees!, fee)]).toEqual([true, paid.length]);
    const feed = await exported(visitor, '/api/open/batches.atom');
    expect(Object.values(batches).map((name) => feed.includes(name))).toEqual([true, true, true, false]);
    const map = await exported(visitor, '/sitemap.xml');
    const codes = [
      ...listed.map(({ code }) => code),
      ...matters.flatMap(({ code, name }) => (name === added ? code : [])),
    ];
    expect(codes.filter((code) => !map.includes(`/matters/${code}<`))).toEqual([]);
    const guide = await paperOf(visitor, `/api/matters/${changed.code}/guide.pdf`, testInfo.outputPath('guide.pdf'));
    const notice = await paperOf(
      visitor,
      `/api/matters/${changed.code}/guide.pdf?kind=notice`,
      testInfo.outputPath('notice.pdf'),
    );
    expect([guide.includes(mark), guide.includes('3 个工作日'), notice.includes(paper)]).toEqual([true, true, true]);
  });

  await test.step('the catalog that is filed with the province holds them too', async () => {
    await officer.goto('/reform/filings/new');
    await officer.getByLabel('目录截止日期').fill(civilDay(0));
    await officer.getByLabel('高频事项清单').selectOption('none');
    await officer.getByRole('combobox', { name: '工作专班成立文件' }).selectOption('none');
    await officer.getByRole('button', { name: '开始汇总' }).click();
    const link = officer.getByRole('link', { name: '下载 02-catalog.xlsx', exact: true });
    await expect(link).toBeVisible({ timeout: 60_000 });
    const filed = await exported(officer, `${await link.getAttribute('href')}#.xlsx`);
    expect([filed.includes(added), filed.includes(withdrawn)]).toEqual([true, false]);
  });
});
