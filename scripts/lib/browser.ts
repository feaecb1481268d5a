import { chromium, type Browser } from '@playwright/test';

/** Debian's Chromium, without a window; a root user has no sandbox to offer. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking', '--no-first-run'],
  });
}
