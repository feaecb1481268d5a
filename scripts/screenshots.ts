// `npm run screenshots -- [--all]`: makes the pictures of the README (docs/images/) from a fresh demo; with --all also pictures of
// every room in both widths and all themes under var/screenshots/, to look at before a release.
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Browser, Page } from '@playwright/test';
import { startApp } from '../tests/support/processes/start-app.ts';
import { openBrowser } from './lib/browser.ts';
import { buildWeb } from './lib/build-web.ts';
import { ensurePackages } from './lib/debian-packages.ts';
import { fromRoot } from './lib/paths.ts';
import { main, say } from './lib/say.ts';
import { rooms, type Room } from './lib/rooms.ts';
import { seedDatabase } from './lib/seed-database.ts';

const { values } = parseArgs({ options: { all: { type: 'boolean', default: false } } });
const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };

interface Site {
  browser: Browser;
  origin: string;
}

interface Look {
  viewport: { width: number; height: number };
  theme: 'light' | 'dark' | 'contrast';
}

async function visit({ browser, origin }: Site, room: Room, look: Look): Promise<Page> {
  const context = await browser.newContext({
    viewport: look.viewport,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    baseURL: origin,
  });
  await context.addCookies([{ name: 'yt_theme', value: look.theme, url: origin }]);
  const page = await context.newPage();
  await room.enter(page);
  return page;
}

/** The pictures of the README: the hall, wide and on a phone. */
async function readmePictures(site: Site): Promise<void> {
  mkdirSync(fromRoot('docs/images'), { recursive: true });
  for (const [name, viewport] of [
    ['hall', wide],
    ['hall-phone', narrow],
  ] as const) {
    const page = await visit(site, rooms.everyone as Room, { viewport, theme: 'light' });
    await page.goto('/', { waitUntil: 'networkidle' });
    await page.screenshot({ path: fromRoot(`docs/images/${name}.png`), animations: 'disabled' });
    say(`docs/images/${name}.png`);
    await page.context().close();
  }
}

async function everyRoom(site: Site): Promise<void> {
  for (const [name, room] of Object.entries(rooms)) {
    for (const [size, viewport] of [
      ['wide', wide],
      ['narrow', narrow],
    ] as const) {
      for (const theme of ['light', 'dark', 'contrast'] as const) {
        const page = await visit(site, room, { viewport, theme });
        const folder = fromRoot('var/screenshots', name);
        mkdirSync(folder, { recursive: true });
        for (const path of room.paths) {
          await page.goto(path, { waitUntil: 'networkidle' });
          const file = `${path.replaceAll(/[^a-zA-Z0-9-]+/g, '_').replace(/^_$/, 'home')}-${size}-${theme}.png`;
          await page.screenshot({ path: `${folder}/${file}`, fullPage: true, animations: 'disabled' });
        }
        say(`var/screenshots/${name}: ${size}, ${theme}`);
        await page.context().close();
      }
    }
  }
}

await main(async () => {
  await ensurePackages(['chromium', 'fonts']);
  await buildWeb();
  const app = await startApp({ prepare: seedDatabase });
  const browser = await openBrowser();
  try {
    await readmePictures({ browser, origin: app.origin });
    if (values.all) await everyRoom({ browser, origin: app.origin });
  } finally {
    await browser.close();
    await app.remove();
  }
});
