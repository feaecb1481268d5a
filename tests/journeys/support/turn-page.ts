import { expect, type Page } from '@playwright/test';

/** Goes on to the next topic of an application, and waits until it is there: the address changes before the page does. */
export async function turnPage(page: Page, goOn: () => Promise<void>): Promise<void> {
  const topic = page.getByRole('heading', { level: 1 });
  const before = await topic.innerText();
  await goOn();
  await expect(topic).not.toHaveText(before);
}
