import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { Workbook } from '@cj-tech-master/excelts';
import { checkPackage } from './support/check-package.ts';
import { blankPdf } from './support/files.ts';
import { countRows, numberIn, rowsOf } from './support/lists.ts';
import { actAs, people, signIn } from './support/people.ts';

/** From import to filing: a month comes in, the set is explained, targets are tried, a package is filed. */
test.beforeEach(async ({ page }) => {
  await signIn(page, people.reformOfficer, '/');
  await actAs(page, '改革办');
});

async function ask<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(path);
  expect(answer.status(), path).toBe(200);
  return (await answer.json()) as T;
}

interface Coverage {
  readonly rows: readonly {
    readonly department: { readonly id: string; readonly name: string };
    readonly cells: readonly { readonly month: string; readonly state: string; readonly expected: number }[];
  }[];
}
interface Entry {
  readonly matter: string;
  readonly name: string;
  readonly source: string;
}
interface HighFrequency {
  readonly setSize: number;
  readonly total: number;
  readonly rows: readonly {
    readonly code: string;
    readonly name: string;
    readonly volume: number;
    readonly isHighFrequency: boolean;
  }[];
}

const setOf = (page: Page) => ask<HighFrequency>(page, '/api/reform/high-frequency');
const volumeOf = async (page: Page, code: string) => (await setOf(page)).rows.find((row) => row.code === code)!.volume;

/** A month that a department has not reported, and what it reports in others. */
async function findGap(page: Page) {
  const { rows } = await ask<Coverage>(page, '/api/reform/volume-coverage');
  const gaps = rows.flatMap(({ department, cells }) => cells.map((cell) => ({ department, ...cell })));
  const gap = gaps.find(({ state }) => state === 'missing');
  const whole = gaps.find(({ state, department }) => state === 'complete' && department.id === gap?.department.id);
  if (gap === undefined || whole === undefined) throw new Error('the demo has no month that is missing');
  const query = new URLSearchParams({ department: gap.department.id, month: whole.month });
  const { items } = await ask<{ items: Entry[] }>(page, `/api/reform/volume-entries?${query}`);
  return { ...gap, entries: items };
}

const header = '事项编码,月份,办件量,依据说明,来源系统,更正理由';

test('a month of volumes: every fault with its row and nothing written; what is mended comes in and is covered', async ({
  page,
}) => {
  const { department, month, entries, expected } = await findGap(page);
  const [first, ...others] = entries;
  if (first === undefined) throw new Error('nothing is reported of this department');
  const before = await volumeOf(page, first.matter);
  const evidence = `${month} 月报（${department.name}补报）`;
  const line = ({ matter, source }: Entry, cases: string, said = evidence) =>
    [matter, month, cases, said, source, ''].join(',');
  const send = async (lines: readonly string[], button: string) => {
    const buffer = Buffer.from(`${[header, ...lines].join('\n')}\n`);
    await page
      .getByLabel('填好的表（.xlsx 或 .csv）')
      .setInputFiles({ name: '补报.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: button, exact: true }).click();
  };
  await page.goto('/reform/volumes');
  const coverage = page
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: department.name, exact: true }) });
  await expect(coverage.getByRole('link', { name: `${month}：应报 ${expected} 项，一项也没报` })).toBeVisible();

  await page.goto('/reform/volumes/import');
  const rest = others.map((entry) => line(entry, '12'));
  await send([line(first, '-3', ''), ...rest], '检查');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('有 2 处需要修改，没有导入任何数据');
  await expect(alert).toContainText('第 2 行“办件量”：办件量不能小于 0。');
  await expect(alert).toContainText('第 2 行“依据说明”：请写明数字的依据');
  await expect(page).toHaveTitle(/^错误：/);
  await expect(page.getByRole('button', { name: '导入', exact: true })).toHaveCount(0);
  expect(await volumeOf(page, first.matter)).toBe(before);

  // The marked file says it beside the row, and is taken once it is mended.
  const download = page.waitForEvent('download');
  await send([line(first, '-3', ''), ...rest], '下载标注文件');
  const marked = new Workbook();
  await marked.xlsx.load(readFileSync(await (await download).path()));
  const sheet = marked.worksheets[0]!;
  expect(sheet.getCell('A2').value).toEqual(expect.stringContaining('办件量：办件量不能小于 0。'));
  sheet.getCell('D2').value = '31';
  sheet.getCell('E2').value = evidence;
  const mended = {
    name: '补报.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(await marked.xlsx.writeBuffer()),
  };
  await page.getByLabel('填好的表（.xlsx 或 .csv）').setInputFiles(mended);
  await page.getByRole('button', { name: '检查', exact: true }).click();
  await expect(page.getByText(`检查通过：新报 ${entries.length} 条`, { exact: true })).toBeVisible();
  await send([line(first, '31'), ...rest], '检查');
  await expect(page.getByText(`检查通过：新报 ${entries.length} 条`, { exact: true })).toBeVisible();
  expect(await volumeOf(page, first.matter)).toBe(before);
  await send([line(first, '31'), ...rest], '导入');
  await expect(page.getByText(`新报 ${entries.length} 条`, { exact: true })).toBeVisible();
  expect(await volumeOf(page, first.matter)).toBe(before + 31);

  await page.goto('/reform/volumes');
  await coverage.getByRole('link', { name: new RegExp(`^${month}：应报 ${expected} 项，已报全`) }).click();
  await expect(page.getByRole('heading', { level: 1, name: `${department.name} ${month} 的报送情况` })).toBeVisible();
  expect(await countRows(page, '#list')).toBe(expected);
  await page.getByRole('link', { name: '查看这个月的报送记录' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '报送记录' })).toBeVisible();
  await expect(rowsOf(page.getByRole('table')).filter({ hasText: evidence })).toHaveCount(entries.length);

  // One figure by hand: what is wrong is said with its field, and what was typed stays.
  await page.goto('/reform/volumes/report');
  await page.getByLabel('事项编码').fill(first.matter);
  await page.getByLabel('月份').fill('2039-01');
  await page.getByLabel('办件量', { exact: true }).fill('-1');
  await page.getByLabel('依据说明').fill('窗口登记簿');
  await page.getByRole('button', { name: '报送', exact: true }).click();
  await expect(page.getByRole('link', { name: '月份：这个月还没有到，不能报。' })).toBeVisible();
  await expect(page.getByRole('link', { name: '办件量：办件量不能小于 0。' })).toBeVisible();
  await expect(page.getByLabel('依据说明')).toHaveValue('窗口登记簿');
  await expect(page.getByLabel('月份')).toHaveValue('2039-01');
});

test('the reform office sees the first 80 % as a picture and as a table with the same numbers', async ({ page }) => {
  await page.goto('/reform');
  await expect(page.getByRole('img').first()).toBeVisible();
  const { rows, setSize, total } = await setOf(page);
  const chosen = rows.filter((row) => row.isHighFrequency);
  expect(chosen.length).toBe(setSize);
  expect(5 * chosen.reduce((sum, row) => sum + row.volume, 0)).toBeGreaterThanOrEqual(4 * total);
  const table = page.getByRole('table', { name: `高频事项（${setSize} 项）` });
  await expect(rowsOf(table)).toHaveCount(setSize);
  await expect(rowsOf(table).first()).toContainText(String(chosen[0]?.volume.toLocaleString('en-US')));
});

test('who came in, who went out and who is near the line is listed; why a matter is in is said in whole numbers', async ({
  page,
}) => {
  await page.goto('/reform');
  await page
    .getByRole('link', { name: /进出|变化/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: '高频事项的变化' })).toBeVisible();
  for (const kind of ['新进入', '已退出', '临界的事项']) {
    const heading = page.getByRole('heading', { level: 2, name: new RegExp(`^${kind}（`) });
    const count = numberIn(await heading.innerText());
    const table = page.getByRole('table', { name: new RegExp(`^${kind}（`) });
    if (count > 0) await expect(rowsOf(table)).toHaveCount(count);
    else await expect(table).toHaveCount(0);
  }
  const boundary = page
    .getByRole('table', { name: /^临界的事项/ })
    .getByRole('row')
    .filter({ hasText: '越过 80%' });
  await boundary.getByRole('rowheader').getByRole('link').click();
  await expect(page.getByRole('heading', { name: '为什么在（或不在）高频事项里' })).toBeVisible();
  await expect(page.getByText(/^第 \d+ 名。在它之前的累计还没有达到 80%/)).toBeVisible();
  await expect(page.getByText(/^5 × [\d,]+ = [\d,]+ . 4 × [\d,]+ = [\d,]+$/).first()).toBeVisible();
});

test('DASH-2 a target opens what counts, what does not and what is left out; a change that is tried moves it', async ({
  page,
}) => {
  await page.goto('/reform/targets');
  const card = page.getByRole('article').filter({ has: page.getByRole('link', { name: '80%以上事项最多跑一次' }) });
  for (const words of [/^做到的 \d+ 项/, /^没有做到的 \d+ 项/, /特殊要求，未计入 \d+ 项/]) {
    await page.goto('/reform/targets');
    const link = card.getByRole('link', { name: words });
    const count = numberIn(await link.innerText());
    await link.click();
    await expect(page.getByRole('heading', { name: '事项明细' })).toBeVisible();
    expect(await countRows(page, '#list')).toBe(count);
  }

  await page.goto('/reform/targets/2018-b?show=non-members');
  const lacking = rowsOf(page.locator('#list table')).first().getByRole('rowheader').getByRole('link');
  const [name, href] = [await lacking.innerText(), (await lacking.getAttribute('href')) ?? ''];
  await page.goto('/reform/what-if');
  await page.getByLabel('事项名称或编码').fill(decodeURIComponent(href.split('/').at(-1) ?? ''));
  await page.getByRole('button', { name: '查找' }).click();
  await page.getByRole('link', { name: `加入“${name}”` }).click();
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: '高频事项最多跑一次' }) });
  const met = numberIn(await row.getByRole('cell').nth(0).innerText());
  await expect(row.getByRole('cell').nth(1)).toContainText(`${met} / `);
  // A choice is computed at once by script; one that is made before it has come waits for the button.
  await page.waitForLoadState('networkidle');
  await page.getByRole('article').getByLabel('到现场次数').selectOption({ label: '1 次' });
  await expect(row.getByRole('cell').nth(1)).toContainText(`${met + 1} / `);
  // The scheme is its address.
  await page.reload();
  await expect(row.getByRole('cell').nth(1)).toContainText(`${met + 1} / `);
  await expect(row.getByRole('cell').nth(0)).toContainText(`${met} / `);
});

test('broken promises are listed by whom they touched, and lead to the cases that took more trips', async ({
  page,
}) => {
  await page.goto('/reform/trips');
  const broken = page.getByRole('table', { name: /^承诺没有兑现的事项/ });
  await expect(rowsOf(broken)).toHaveCount(numberIn(await broken.locator('caption').innerText()));
  const twice = rowsOf(broken).first().getByRole('link').nth(1);
  const count = numberIn(await twice.innerText());
  await twice.click();
  await expect(page.getByText('承诺最多跑一次，实际没有做到')).toBeVisible();
  expect(await countRows(page, '#cases')).toBe(count);

  await page.goto('/reform/promises?state=broken');
  const state = page.locator('#list').getByRole('link', { name: /^没做到/ });
  expect(await countRows(page, '#list')).toBe(numberIn(await state.innerText()));
});

test('a package names what it lacks, is completed, sealed, checked without us, and filed with its receipt', async ({
  page,
}, testInfo) => {
  test.setTimeout(240_000);
  const number = `示大发〔2026〕${Date.now() % 1_000_000}号`;
  await page.goto('/reform/filings/new');
  await page.getByLabel('高频事项清单').selectOption('none');
  await page.getByRole('combobox', { name: '工作专班成立文件' }).selectOption('none');
  await page.getByRole('button', { name: '开始汇总' }).click();
  const gaps = page.getByRole('table', { name: '检查结果' });
  await expect(gaps.getByRole('row', { name: /必须 没有附工作专班成立文件/ })).toBeVisible({ timeout: 120_000 });
  await expect(gaps.getByRole('row', { name: /必须 高频事项是试算的/ })).toBeVisible();
  await expect(page.getByRole('button', { name: '定稿并编号' })).toHaveCount(0);

  // What is missing is mended where the list says.
  await gaps.getByRole('link', { name: '录入成立文件' }).first().click();
  await page.getByLabel('文号').fill(number);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('link', { name: /^标题：/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /^成文日期：/ })).toBeVisible();
  await expect(page.getByLabel('文号')).toHaveValue(number);
  await page.getByLabel('标题', { exact: true }).fill('关于成立“最多跑一次”改革工作专班的通知（演示）');
  await page.getByLabel('成文日期').fill('2026-01-05');
  const decree = { name: '成立文件.pdf', mimeType: 'application/pdf', buffer: blankPdf() };
  await page.getByLabel('文件（PDF）', { exact: true }).setInputFiles(decree);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('row').filter({ hasText: number })).toContainText('成立文件.pdf');
  await page.getByRole('button', { name: '开始汇总' }).click();
  await expect(page.getByText('需要的都齐了，可以定稿。')).toBeVisible({ timeout: 120_000 });
  await page.getByRole('button', { name: '定稿并编号' }).click({ timeout: 120_000 });
  await expect(page.getByRole('heading', { level: 1, name: /备案材料 \d{4}-\d{2}/ })).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /^下载材料包/ }).click();
  const zip = testInfo.outputPath('filing.zip');
  await (await download).saveAs(zip);
  const folder = testInfo.outputPath('unpacked');
  const { hashes, signature } = checkPackage(zip, folder);
  expect(hashes.length).toBeGreaterThan(12);
  expect(hashes.filter((line) => !line.endsWith(': OK'))).toEqual([]);
  expect(signature).toBe('Signature Verified Successfully');
  const key = await page.getByRole('link', { name: /^签名公钥/ }).getAttribute('href');
  expect(await (await page.request.get(key ?? '')).text()).toBe(readFileSync(`${folder}/public.pem`, 'utf8'));

  await page.getByLabel('备注').fill('网上报送，附纸质一份');
  await page.getByRole('button', { name: '登记报送' }).click();
  await page.getByLabel('备注').fill('省厅已收');
  await page.getByRole('button', { name: '登记回执' }).click();
  await expect(page.getByRole('link', { name: /^回执编号：/ })).toBeVisible();
  await expect(page.getByLabel('备注')).toHaveValue('省厅已收');
  await page.getByLabel('回执编号').fill('浙教备〔2026〕7号');
  await page
    .getByLabel('回执文件')
    .setInputFiles({ name: '回执.pdf', mimeType: 'application/pdf', buffer: blankPdf() });
  await page.getByRole('button', { name: '登记回执' }).click();
  await expect(page.getByText('已备案', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: '回执.pdf' })).toBeVisible();
  await expect(page.getByText('回执编号 浙教备〔2026〕7号')).toBeVisible();
});
