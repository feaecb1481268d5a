import type { Browser, Page } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { openBrowser } from '../lib/browser.ts';
import { ensurePackages } from '../lib/debian-packages.ts';
import { startDemoSite } from './demo-site.ts';
import { median, type Measure } from './measure.ts';

const slowNetwork = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6e6 / 8) * 0.9,
  uploadThroughput: (750e3 / 8) * 0.9,
};
const slowdown = 4;

/** Kilobytes of script that the home page loads, each file compressed by gzip. */
async function scriptKB(browser: Browser, origin: string): Promise<number> {
  const page = await browser.newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.push(response.body());
  });
  await page.goto(origin, { waitUntil: 'networkidle' });
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body, { level: 6 }).length);
  await page.close();
  return sizes.reduce((sum, bytes) => sum + bytes, 0) / 1000;
}

/** Runs in the page: seconds until the largest element was painted. */
async function largestPaint(page: Page): Promise<number> {
  const ms = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );
  return ms / 1000;
}

async function paintOnSlowMachine(browser: Browser, origin: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', slowNetwork);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(origin, { waitUntil: 'networkidle' });
  const seconds = await largestPaint(page);
  await context.close();
  return seconds;
}

/** The home page as a phone on a slow network meets it for the first time. */
export const homePage: Measure = {
  names: ['P8.scriptKB', 'P8.lcpS'],
  what: 'script of the home page (gzip), and its largest paint at 1.6 Mbit/s on a four times slower CPU',
  run: async (context) => {
    await ensurePackages(['chromium', 'fonts']);
    const app = await startDemoSite(context);
    const browser = await openBrowser();
    context.after(() => browser.close());
    const script = await scriptKB(browser, app.origin);
    const paints: number[] = [];
    for (let round = 1; round <= 5; round += 1) {
      context.progress(`first visit ${round} of 5`);
      paints.push(await paintOnSlowMachine(browser, app.origin));
    }
    return { 'P8.scriptKB': script, 'P8.lcpS': median(paints) };
  },
};
