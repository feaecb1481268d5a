import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { actAs, signIn } from './people.ts';
import type { onTheWay } from './rooms.ts';
import { addressesOf, type Path, type Room } from './rooms.ts';

const everyRule = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
const rulesOfColour = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } } as const;
const rulesOfLayout = { ...everyRule, rules: { 'color-contrast': { enabled: false } } };
type Rules = typeof everyRule | typeof rulesOfColour;
/** Half of the desk's screen, a telephone, and a window that is enlarged to 400 %. */
const narrowWidths = [720, 390, 320];
/** What needs two dimensions may be wider than the narrowest (1.4.10): the hours of a week, months of departments. */
const grids = ['/reform/arrivals', '/reform/overview'];

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[] }[];
}
interface Axe {
  run(page: Document, options: object): Promise<{ violations: Finding[] }>;
}

async function violationsOf(page: Page, rules: Rules): Promise<string[]> {
  // What is right need not be told.
  const options = { ...rules, resultTypes: ['violations'] };
  const violations = await page.evaluate(async (given) => {
    const { axe } = window as unknown as { axe: Axe };
    return (await axe.run(document, given)).violations;
  }, options);
  return violations.map(({ id, nodes }) => {
    const places = nodes.slice(0, 5).map(({ target }) => target.join(' '));
    return `${id}: ${places.join(', ')}${nodes.length > 5 ? ` and ${nodes.length - 5} more` : ''}`;
  });
}

/** Ours have a switch; the plain pages, of the demo's CAS and of the interface, follow the system. */
async function paint(page: Page, theme: string): Promise<void> {
  const hasSwitch = await page.evaluate(async (name) => {
    const { dataset } = document.documentElement;
    if (dataset['theme'] === undefined) return false;
    dataset['theme'] = name;
    // A colour that is on its way from one to the other is neither.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    return true;
  }, theme);
  if (!hasSwitch) await page.emulateMedia({ colorScheme: theme === 'dark' ? 'dark' : 'light' });
}

async function findOverflow(page: Page): Promise<string[]> {
  const found: string[] = [];
  const isGrid = grids.includes(new URL(page.url()).pathname);
  for (const width of isGrid ? narrowWidths.slice(0, -1) : narrowWidths) {
    await page.setViewportSize({ width, height: 844 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) found.push(`${over} px too wide at ${width} px`);
  }
  return found;
}

/**
 * Every rule of WCAG 2.2 AA on the page that is open; the rules of colours once more in the other themes, which change
 * nothing else, and the others once more on a telephone. The page is left as it was.
 */
export async function findViolations(page: Page): Promise<string[]> {
  const desk = page.viewportSize();
  const chosen = await page.evaluate(() => document.documentElement.dataset['theme'] ?? 'light');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await paint(page, 'light');
  // Brings axe into the page. Our pages have no frames.
  await new AxeBuilder({ page })
    .options({ runOnly: ['wcag2a'] })
    .setLegacyMode()
    .include('title')
    .analyze();
  const found = await violationsOf(page, everyRule);
  for (const theme of ['dark', 'contrast']) {
    await paint(page, theme);
    found.push(...(await violationsOf(page, rulesOfColour)).map((violation) => `in ${theme} ${violation}`));
  }
  await paint(page, chosen);
  found.push(...(await findOverflow(page)));
  await page.setViewportSize({ width: 390, height: 844 });
  found.push(...(await violationsOf(page, rulesOfLayout)).map((violation) => `at 390 px ${violation}`));
  await page.emulateMedia({ reducedMotion: null, colorScheme: null });
  if (desk !== null) await page.setViewportSize(desk);
  return found;
}

/** Looks at the page that a journey has come to. */
export async function lookAt(page: Page, route: keyof typeof onTheWay): Promise<void> {
  const { pathname } = new URL(page.url());
  expect(pathname).toMatch(addressesOf(route));
  expect({ pathname, violations: await findViolations(page) }).toEqual({ pathname, violations: [] });
}

async function addressOf(page: Page, path: Path): Promise<string> {
  if (typeof path === 'string') return path;
  if ('above' in path) return (await addressOf(page, path.above)) + path.route.slice(path.route.lastIndexOf('/'));
  const { route, like = addressesOf(route) } = path;
  const list = await addressOf(page, path.list);
  const text = await (await page.request.get(list)).text();
  const links = [...text.matchAll(/ href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
  const first = links.find((href) => like.test(href));
  if (first === undefined) throw new Error(`${list} has no link to ${route}`);
  return first;
}

/** One test for a room: who may enter, and pages that are looked at one after the other. */
export function testRoom({ name, username, role, paths }: Room): void {
  test(`VIS-4 the rooms of ${name} have no AA violation in any theme, at the desk or on a telephone`, async ({
    page,
  }) => {
    test.setTimeout(paths.length * 20_000);
    if (username !== undefined) await signIn(page, username, '/');
    if (role !== undefined) await actAs(page, role);
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
