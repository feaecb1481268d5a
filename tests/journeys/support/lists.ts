import { expect, type Locator, type Page } from '@playwright/test';

/** The number that stands in a figure: `3,003`, `2 / 8 项` (the first of them), `做到的 74 项`. */
export function numberIn(text: string): number {
  const [digits = ''] = text.match(/\d[\d,]*/) ?? [];
  if (digits === '') throw new Error(`there is no number in “${text}”`);
  return Number(digits.replaceAll(',', ''));
}

/** Rows of a table below its head. */
export const rowsOf = (table: Locator): Locator => table.locator('tbody tr');

/** Counts the rows of a list over all of its pages, from the page that is open. */
export async function countRows(page: Page, list: string): Promise<number> {
  const section = page.locator(list);
  const next = section.locator('a[rel="next"]');
  for (let count = 0; ;) {
    await expect(section).toBeVisible();
    count += await rowsOf(section.locator('table').first()).count();
    if ((await next.count()) === 0) return count;
    await page.goto(new URL((await next.getAttribute('href')) ?? '', page.url()).href);
  }
}

/** The numbers of a page that neither stand in a link nor say why they open no list; of 0 there is none to open. */
export const plainNumbers = (page: Page): Promise<string[]> =>
  page
    .locator('main')
    .first()
    .evaluate((main) => {
      const plain: string[] = [];
      const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const text = node.textContent?.trim() ?? '';
        const cell = node.parentElement?.closest<HTMLElement>('dd, td, .huge');
        if (!cell || !/[1-9]/.test(text) || node.parentElement?.closest('a, [data-no-list], form')) continue;
        const label = cell.dataset.label ?? cell.parentElement?.querySelector('dt, th')?.textContent.trim() ?? '';
        plain.push(`${label}: ${text}`);
      }
      return plain;
    });
