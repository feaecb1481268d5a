import { expect, test, type Browser, type Page } from '@playwright/test';
import { countRows, numberIn, plainNumbers, rowsOf } from './support/lists.ts';
import { matters } from './support/matters.ts';
import { actAs, people, signIn } from './support/people.ts';

/** Longer lists are left to the tests of their endpoints: here each page of fifty is turned. */
const longest = 150;

/** The reform office without script: the numbers are there, and so are the lists behind them. */
async function enterPlain(browser: Browser): Promise<Page> {
  const scripted = await browser.newContext();
  const first = await scripted.newPage();
  await signIn(first, people.reformOfficer, '/');
  await actAs(first, '改革办');
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await scripted.storageState() });
  await scripted.close();
  return plain.newPage();
}

/** A page whose address nobody knows beforehand: the first link of another that leads to such a one. */
interface FirstOf {
  readonly list: Path;
  readonly like: string;
}
type Path = string | FirstOf;

async function open(page: Page, path: Path): Promise<string> {
  if (typeof path === 'string') {
    await page.goto(path);
    return path;
  }
  await open(page, path.list);
  const link = page.locator('main').locator(path.like).first();
  const href = new URL((await link.getAttribute('href')) ?? '', page.url()).href;
  await page.goto(href);
  return href;
}

const survey: FirstOf = { list: '/reform/surveys', like: 'a[href^="/reform/surveys/"]' };
const surveyResults: FirstOf = { list: survey, like: 'a[href$="/results"]' };
const promise: FirstOf = { list: '/reform/promises?state=broken', like: '#list th a[href^="/reform/promises/"]' };

interface Figures {
  readonly path: Path;
  /** The links that are figures; the first number in each is its count. */
  readonly links: string;
  /** Where the list stands on the page that opens. */
  readonly list: string;
  readonly atMost?: number;
}

const figures: Readonly<Record<string, readonly Figures[]>> = {
  'the overview': [
    { path: '/reform/overview', links: '.cards a[href*="show="]', list: '#list' },
    { path: '/reform/overview', links: 'section[aria-labelledby="trips"] td a[href*="/figures/"]', list: '#list' },
    { path: '/reform/overview', links: 'section[aria-labelledby="trips"] td a[href*="/cases"]', list: '#cases' },
    { path: '/reform/overview', links: 'dd a[href*="among=all"]', list: '#list', atMost: 1 },
    {
      path: '/reform/overview',
      links: 'section[aria-labelledby="departments"] td:nth-child(2) a',
      list: '#list',
      atMost: 4,
    },
    {
      path: '/reform/overview',
      links: 'section[aria-labelledby="departments"] td a[href*="only="]',
      list: '#list',
      atMost: 6,
    },
    {
      path: '/reform/overview',
      links: 'section[aria-labelledby="departments"] td a[href*="show=over"], td a[href*="show=known"]',
      list: '#cases',
      atMost: 6,
    },
  ],
  'the targets': [
    { path: '/reform/targets', links: 'td a[href*="show="]', list: '#list' },
    ...['instant', 'full', 'visits-1'].map((figure) => ({
      path: `/reform/targets/figures/${figure}`,
      links: '#list nav a:not([rel])',
      list: '#list',
    })),
  ],
  'a target read otherwise': ['2019-a', '2019H1-b', '2020-a'].map((key) => ({
    path: `/reform/targets/${key}`,
    links: 'section[aria-labelledby="variants"] td a',
    list: '#list',
  })),
  'what if': ['online', 'visits~3'].map((step) => ({
    path: `/reform/what-if?do=${matters.studentCard}~${step}`,
    links: 'td strong a',
    list: '#list',
  })),
  surveys: [
    { path: survey, links: 'dd a[href*="/cases"]', list: '#list' },
    { path: survey, links: 'td a[href*="stratum="]', list: '#list', atMost: 6 },
    { path: surveyResults, links: 'td a[href*="matter="], td a[href*="department="]', list: '#list', atMost: 6 },
    { path: surveyResults, links: '.note a[href*="/cases?"], p.cluster a[href*="/cases?"]', list: '#list' },
    { path: surveyResults, links: 'td a[href*="cause="]', list: '#list' },
  ],
  'the high-frequency set': [{ path: '/reform', links: 'dd a[href*="only="]', list: '#list' }],
  trips: [
    { path: '/reform/trips', links: '#declared td a', list: '#cases' },
    { path: '/reform/trips', links: '#causes td a', list: '#cases' },
    { path: '/reform/trips', links: '#departments td a', list: '#cases', atMost: 6 },
    { path: '/reform/trips', links: 'dd a[href*="show=over"], dd a[href*="show=kiosk"]', list: '#cases' },
    { path: '/reform/trips', links: '#broken td a', list: '#cases', atMost: 6 },
  ],
  'the hours of arrival': [
    { path: '/reform/arrivals', links: 'td a[href*="cell="]', list: '#visits' },
    {
      path: '/reform/arrivals',
      links: 'td a[href*="/arrivals/visits?"]:not([href*="cell="])',
      list: '#visits',
      atMost: 3,
    },
  ],
  promises: [
    { path: '/reform/promises', links: '.tables td a', list: '#list', atMost: 6 },
    { path: '/reform/promises', links: '#list nav a:not([rel])', list: '#list' },
    { path: promise, links: 'dd .note a[href*="show="]', list: '#audited' },
    { path: promise, links: 'td a[href*="days="], td a[href*="item="]', list: '#audited', atMost: 6 },
  ],
  'what became less': [
    {
      path: '/reform/reduction',
      links: 'td:nth-child(n+5) a[href*="measure="]:not([href*="department="])',
      list: '#list',
    },
    { path: '/reform/reduction', links: 'dd a[href*="show=comparable"], dd a[href*="show=services"]', list: '#list' },
    { path: '/reform/reduction', links: 'dd .note a[href*="show="]', list: '#list' },
  ],
};

for (const [room, asked] of Object.entries(figures)) {
  test(`each figure of ${room} opens a list of just so many, also without script`, async ({ browser }) => {
    test.setTimeout(240_000);
    const page = await enterPlain(browser);
    for (const { path, links, list, atMost = 8 } of asked) {
      const from = await open(page, path);
      const found = await page
        .locator('main')
        .locator(links)
        .evaluateAll((all) => all.map((link) => ({ text: link.textContent, href: link.getAttribute('href') ?? '' })));
      expect({ from, links, isThere: found.length > 0 }).toEqual({ from, links, isThere: true });
      const short = found.filter(({ text }) => numberIn(text) <= longest).slice(0, atMost);
      const wrong: string[] = [];
      for (const { text, href } of short) {
        await page.goto(new URL(href, new URL(from, page.url())).href);
        const rows = await countRows(page, list);
        if (rows !== numberIn(text)) wrong.push(`${from} ${text.trim()}: ${rows} rows at ${href}`);
      }
      expect(wrong).toEqual([]);
    }
  });
}

/** The figures in a column, added up over all pages from the one that is open. */
async function addUp(page: Page, list: string, column: number): Promise<number> {
  for (let sum = 0; ;) {
    const cells = await rowsOf(page.locator(list).locator('table').first())
      .locator(`:nth-child(${column})`)
      .allInnerTexts();
    sum += cells.reduce((total, text) => total + (/\d/.test(text) ? numberIn(text) : 0), 0);
    const next = page.locator(list).locator('a[rel="next"]');
    if ((await next.count()) === 0) return sum;
    await page.goto(new URL((await next.getAttribute('href')) ?? '', page.url()).href);
  }
}

test('DASH-3 arrivals by weekday and hour: figures in the cells, classes told by words, shade and lines, closed apart from none', async ({
  browser,
}) => {
  const page = await enterPlain(browser);
  // A window that is closed at night: where a kiosk stands, no hour is.
  await page.goto('/reform/arrivals?place=counter%3Amingde-02');
  const chart = page.locator('figure svg').first();
  const cells = await chart
    .locator('a')
    .evaluateAll((all) =>
      all.map((cell) => ({ figure: cell.textContent.trim(), lines: cell.querySelectorAll('line').length })),
    );
  expect(cells.length).toBeGreaterThan(0);
  expect(cells.filter(({ figure }) => !/^[\d,]+$/.test(figure))).toEqual([]);
  const legend = page.getByRole('list', { name: '颜色和花纹' }).getByRole('listitem');
  const said = await legend.allInnerTexts();
  const keys = await legend.locator('svg').evaluateAll((all) => all.map((key) => key.querySelectorAll('line').length));
  expect(keys.length).toBeLessThanOrEqual(5);
  expect(keys).toEqual(keys.map((_, level) => level));
  expect(new Set(cells.map(({ lines }) => lines)).size).toBeGreaterThan(1);
  expect(said.slice(keys.length)).toHaveLength(2);
  const closed = chart.locator('g:has(rect.closed)');
  expect(await closed.count()).toBeGreaterThan(0);
  expect((await closed.allTextContents()).join('').trim()).toBe('');
});

test('the last line of the heat map opens all its matters, which add up to each of its months', async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await enterPlain(browser);
  await page.goto('/reform/overview');
  const links = await page
    .locator('a[href*="/overview/rest"]')
    .evaluateAll((all) => all.map((link) => ({ text: link.textContent, href: link.getAttribute('href') ?? '' })));
  const [all, ...months] = links;
  await page.goto(all?.href ?? '');
  expect(await countRows(page, '#list')).toBe(numberIn(all?.text ?? ''));
  expect(months.length).toBeGreaterThan(0);
  for (const { text, href } of months.slice(-3)) {
    await page.goto(href);
    expect({ href, cases: await addUp(page, '#list', 3) }).toEqual({ href, cases: numberIn(text) });
  }
});

test('what a measure was and became opens its matters, which add up to both', async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await enterPlain(browser);
  await page.goto('/reform/reduction');
  const sums = page.locator('td a[href*="measure=materials"][href*="show=known"]:not([href*="department="])');
  const [before = '', after = ''] = await sums.allInnerTexts();
  const added = { before: 0, after: 0 };
  for (let href = await sums.first().getAttribute('href'); href !== null;) {
    await page.goto(new URL(href, page.url()).href);
    for (const cell of await rowsOf(page.locator('#list table').first()).locator('td:nth-child(3)').allInnerTexts()) {
      const [, was = '', is = ''] = /(\d+) → (\d+)/.exec(cell) ?? [];
      added.before += Number(was);
      added.after += Number(is);
    }
    const next = page.locator('#list a[rel="next"]');
    href = (await next.count()) === 0 ? null : await next.getAttribute('href');
  }
  expect(added).toEqual({ before: numberIn(before), after: numberIn(after) });
});

test('a month that a department has not reported opens what it owes, with whom to ask', async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await enterPlain(browser);
  await page.goto('/reform/volumes');
  const owing = await page
    .locator('td:is(.missing, .partial) a')
    .evaluateAll((all) => all.map((link) => ({ said: link.ariaLabel ?? '', href: link.getAttribute('href') ?? '' })));
  expect(owing.length).toBeGreaterThan(0);
  for (const { said, href } of owing.slice(0, 4)) {
    const [, expected, reported] = /应报 (\d+) 项，(?:已报 (\d+) 项|一项也没报)/.exec(said) ?? [];
    await page.goto(href);
    expect(await countRows(page, '#list')).toBe(Number(expected) - Number(reported ?? 0));
    await expect(page.getByRole('heading', { name: '找谁' })).toBeVisible();
  }
});

const dashboards = [
  '/reform',
  '/reform/overview',
  '/reform/screen',
  '/reform/targets',
  '/reform/targets/figures/faster',
  '/reform/trips',
  '/reform/trips/cases?show=3%2B',
  '/reform/overview/rest',
  '/reform/arrivals',
  '/reform/arrivals/visits',
  '/reform/volumes',
  '/reform/reduction',
  '/reform/moves',
  '/reform/promises',
];

test('DASH-4 each dashboard says when it was counted and keeps its tables on paper', async ({ browser }) => {
  const page = await enterPlain(browser);
  await page.emulateMedia({ media: 'print' });
  const silent: string[] = [];
  for (const path of dashboards) {
    await page.goto(path);
    const text = await page.locator('main').innerText();
    if (!/(统计时间|计算时间|数据截至) ?\d|\d日 体检/.test(text)) silent.push(path);
    // The wall is figures alone: its charts stand on the overview with their tables.
    if (path !== '/reform/screen') await expect(page.locator('main table').first(), path).toBeVisible();
  }
  expect(silent).toEqual([]);
});

test('DASH-4 each dashboard leads to what its numbers mean', async ({ browser }) => {
  const page = await enterPlain(browser);
  const unexplained: string[] = [];
  for (const path of dashboards) {
    await page.goto(path);
    // On the wall nobody follows a link: there it stands above the figures.
    if (path !== '/reform/screen') await page.locator('main a[href$="#rule"]').first().click();
    const said = await page.locator('main').evaluate((main) => main.querySelector('#rule')?.parentElement?.textContent);
    if ((said ?? '').trim().length < 30) unexplained.push(path);
  }
  expect(unexplained).toEqual([]);
});

const score: FirstOf = { list: '/reform/programme/scores', like: 'th a[href*="/scores/"]' };
const withFigures: readonly Path[] = [
  ...dashboards,
  '/reform/targets/2018-a',
  '/reform/targets/2019-a',
  '/reform/targets/2019-a?trips=2017&show=members',
  '/reform/what-if',
  `/reform/what-if?do=${matters.studentCard}~online`,
  '/reform/frozen',
  '/reform/frozen/1',
  promise,
  '/reform/promises/proposals',
  { list: '/reform/reduction', like: '#list th a' },
  { list: '/reform/trips', like: '#broken th a' },
  '/reform/surveys',
  survey,
  surveyResults,
  '/reform/programme/scores',
  score,
  '/results',
  '/results/matters?figure=declared.1',
];

test('every number of a dashboard stands in a link, or says why it opens no list', async ({ browser }) => {
  test.setTimeout(240_000);
  const page = await enterPlain(browser);
  const plain: string[] = [];
  for (const path of withFigures) {
    const from = await open(page, path);
    // The first few say what is wrong with the rest.
    plain.push(...(await plainNumbers(page)).slice(0, 5).map((number) => `${from} ${number}`));
  }
  expect(plain).toEqual([]);
});
