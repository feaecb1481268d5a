import { expect, type Page } from '@playwright/test';

/** Saves the properties of the question or page that is open. */
export const saveProperties = (page: Page) => page.locator('#properties').getByRole('button', { name: '保存' }).click();

/** A question on the page that is being edited, with its Chinese name. */
export async function addQuestion(page: Page, kind: string, name: string): Promise<void> {
  await page.getByLabel('问题类型').selectOption({ label: kind });
  await page.getByRole('button', { name: '在本页添加问题' }).click();
  await expect(page.getByRole('heading', { name: `问题的属性：${kind}` })).toBeVisible();
  await page.locator('[name="label.zh"]').fill(name);
}
