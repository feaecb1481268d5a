import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { actAs, signIn } from './people.ts';

/** The first address in a list that looks like this: for pages whose address nobody knows beforehand. */
interface FirstOf {
  readonly list: Path;
  readonly like: RegExp;
}
type Path = string | FirstOf;

export interface Room {
  readonly name: string;
  readonly username?: string;
  readonly role?: string;
  readonly paths: readonly Path[];
}

const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const rulesOfColour = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } as const;
const otherThemes = ['dark', 'contrast'] as const;

async function violationsOf(page: Page, runOnly: string[] | { type: 'rule'; values: string[] }): Promise<string[]> {
  // Our pages have no frames; what is right need not be told.
  const axe = new AxeBuilder({ page }).options({ runOnly, resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/**
 * Every rule of WCAG 2.2 AA on the page that is open, and the rules of colours once more in the other themes: of all that
 * a page has, a theme changes the colours alone.
 */
export async function findViolations(page: Page): Promise<string[]> {
  const found = await violationsOf(page, everyRule);
  for (const theme of otherThemes) {
    await page.evaluate((name) => (document.documentElement.dataset.theme = name), theme);
    const colours = await violationsOf(page, { type: 'rule', values: [...rulesOfColour.values] });
    found.push(...colours.map((violation) => `in ${theme} ${violation}`));
  }
  return found;
}

async function addressOf(page: Page, path: Path): Promise<string> {
  if (typeof path === 'string') return path;
  const list = await addressOf(page, path.list);
  await page.goto(list);
  const links = await page.locator('main a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  const first = links.find((href) => path.like.test(href));
  if (first === undefined) throw new Error(`${list} has no link like ${path.like.source}`);
  return first;
}

/** One test for a room: who may enter, and pages that are looked at one after the other. */
export function testRoom({ name, username, role, paths }: Room): void {
  test(`VIS-4 the rooms of ${name} have no AA violation in any theme`, async ({ page, context, baseURL }) => {
    test.setTimeout(paths.length * 20_000);
    // A colour that is on its way from one to the other is neither.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    if (username !== undefined) await signIn(page, username, '/');
    if (role !== undefined) await actAs(page, role);
    await context.addCookies([{ name: 'yt_theme', value: 'light', url: baseURL ?? '' }]);
    const found: Record<string, string[]> = {};
    for (const path of paths) {
      const address = await addressOf(page, path);
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      const violations = await findViolations(page);
      if (violations.length > 0) found[address] = violations;
    }
    expect(found).toEqual({});
  });
}
