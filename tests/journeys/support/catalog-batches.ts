import { expect, type Page } from '@playwright/test';

/** All drafts that stand at a step and are named so, thirty at a time. */
async function handOn(page: Page, { status, step, q }: { status: string; step: string; q: string }): Promise<void> {
  await page.goto(`/console?status=${status}&q=${encodeURIComponent(q)}`);
  const all = page.getByRole('button', { name: new RegExp(`^本页 \\d+ 份全部：${step}`) });
  const rows = page.getByRole('table').locator('tbody tr');
  for (let before = await rows.count(); before > 0; before = await rows.count()) {
    if (status === 'legal-review') await page.getByLabel('审查意见和审查人').fill('合法，同意。法规处，2026-11-20');
    await all.click();
    await expect(page.getByText(/^已办理 \d+ 份/)).toBeVisible();
    await expect(rows).not.toHaveCount(before, { timeout: 20_000 });
  }
}

/**
 * From the editors through department, legal review and reform office: the head for the own department, the officer for
 * the others. Without a name all drafts that there are.
 */
export async function check(officer: Page, head: Page, q = ''): Promise<void> {
  const steps = [
    [officer, 'editing', '提交核对'],
    [head, 'department-check', '确认无误'],
    [officer, 'department-check', '确认无误'],
    [officer, 'legal-review', '登记合法性审查意见'],
    [officer, 'reform-review', '审核通过'],
  ] as const;
  for (const [page, status, step] of steps) await handOn(page, { status, step, q });
}

/** A planned batch of the drafts with these names, which have passed their checks. */
export async function planBatch(page: Page, title: string, names: readonly string[]): Promise<void> {
  await page.goto('/console/batches');
  await page.getByLabel('批次名称').fill(title);
  await page.getByRole('button', { name: '拟定批次' }).click();
  for (const name of names) await page.getByLabel(`选中“${name}”`).check();
  await page.getByRole('button', { name: '列入选中的草稿' }).click();
  await expect(page.getByRole('heading', { name: `批次内容（${names.length} 项）` })).toBeVisible();
}

export async function openBatch(page: Page, title: string): Promise<void> {
  await page.goto('/console/batches');
  await page.getByRole('link', { name: title, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** Publishes the batch that is open, from today; answers its number. */
export async function publish(page: Page): Promise<number> {
  const label = await page.getByText(/^输入批次编号 \d+ 确认/).innerText();
  const number = Number(/\d+/.exec(label)?.[0]);
  await page.getByLabel(/^输入批次编号/).fill(String(number));
  await page.getByRole('button', { name: /^发布第/ }).click();
  await expect(page.getByText(new RegExp(`^已发布为第 ${number} 批，自 .* 起生效`))).toBeVisible();
  return number;
}

/** The version of the guide that is public now. */
const versionOf = async (page: Page, code: string): Promise<number> =>
  ((await (await page.request.get(`/api/matters/${code}`)).json()) as { version: number }).version;

/** Publishes the batch that is open, and waits until the matter's next version is public: it may take five seconds. */
export async function publishMatter(page: Page, code: string): Promise<void> {
  const before = await versionOf(page, code);
  await publish(page);
  await expect.poll(() => versionOf(page, code)).toBe(before + 1);
}
