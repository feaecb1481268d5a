import { defineConfig } from '@playwright/test';
import { existsSync } from 'node:fs';
import { freePort } from '../tests/support/processes/free-port.ts';
import { fromRoot, root } from '../scripts/lib/paths.ts';

// Workers read this file again: the ports that the first reading found are handed on to them.
const port = (process.env.JOURNEY_PORT ??= String(await freePort()));
const campusPort = (process.env.JOURNEY_CAMPUS_PORT ??= String(await freePort()));
const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
if (!existsSync(chromium))
  throw new Error(`There is no browser at ${chromium}: apt-get install chromium, or set CHROMIUM_PATH`);

/** A site of its own, with an empty database that it fills with the demo university before it answers. */
function site(script: string, sitePort: string) {
  return {
    command: `"${process.execPath}" ${script}`,
    cwd: root,
    env: {
      PORT: sitePort,
      LOG_LEVEL: 'warn',
      READS_PER_MINUTE: '100000',
      WRITES_PER_MINUTE: '100000',
      SENSITIVE_PER_MINUTE: '100000',
    },
    url: `http://localhost:${sitePort}/readyz`,
    reuseExistingServer: false,
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 10_000 },
    stdout: 'pipe' as const,
  };
}

export default defineConfig({
  testDir: fromRoot('tests/journeys'),
  outputDir: fromRoot('test-results'),
  fullyParallel: false, // the steps of one journey follow each other; files run side by side
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? fromRoot('var/test/playwright.json') }],
  ],
  use: {
    browserName: 'chromium',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox', // a root user has no sandbox to offer
        '--disable-dev-shm-usage',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    { name: 'demo', testIgnore: '**/*.campus.spec.ts', use: { baseURL: `http://localhost:${port}` } },
    { name: 'campus CAS', testMatch: '**/*.campus.spec.ts', use: { baseURL: `http://localhost:${campusPort}` } },
  ],
  webServer: [
    site('tests/support/processes/serve-demo.ts', port),
    site('tests/support/processes/serve-campus.ts', campusPort),
  ],
});
