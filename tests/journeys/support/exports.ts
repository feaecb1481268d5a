import { expect, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { wordsIn } from './messy-catalog.ts';

/** What every format says of the catalog of today, or of an earlier day, in words. */
export async function exported(page: Page, path: string): Promise<string> {
  const answer = await page.request.get(path);
  expect([path, answer.status()]).toEqual([path, 200]);
  const bytes = await answer.body();
  return path.includes('.xlsx') ? wordsIn(bytes) : bytes.toString('utf8');
}

export const catalogFormats = ['json', 'csv', 'xlsx', 'jsonld'].map((extension) => `/api/open/catalog.${extension}`);
export const exchangeTables = [
  ...['matters', 'materials', 'steps', 'fees'],
  ...['steps-offline', 'situations', 'special-procedures'],
].map((table) => `/api/open/exchange/${table}.csv`);
export const times = (text: string, word: string): number => text.split(word).length - 1;

/** A paper that is printed, in words. */
export async function paperOf(page: Page, path: string, file: string): Promise<string> {
  const answer = await page.request.get(path);
  expect([path, answer.status()]).toEqual([path, 200]);
  writeFileSync(file, await answer.body());
  return execFileSync('pdftotext', ['-layout', file, '-']).toString();
}
