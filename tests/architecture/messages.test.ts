import { describe, expect, test } from '@jest/globals';
import { fromRoot } from '../../scripts/lib/paths.ts';
import { find, sourceFiles } from './source-files.ts';

type Message = string | ((params: never) => string);
interface Catalogue {
  readonly zh: Readonly<Record<string, Message>>;
  readonly en?: Readonly<Record<string, Message | undefined>>;
}

/** Rooms in which only staff work; their English may come later. */
const staffRooms =
  /\/(features\/(office(-[a-z]+)?|reform(-[a-z]+)?|admin|supervision|catalog-[a-z]+)\/|shell\/(console|content|reform)-)/;

const files = sourceFiles(['apps/web/src/lib/**/*.ts'])
  .filter(({ path, text }) => /\bdefineMessages\(/.test(text) && !path.includes('/i18n/'))
  .map(({ path }) => path);

async function catalogues(path: string): Promise<[string, Catalogue][]> {
  const module = (await import(fromRoot(path))) as Record<string, unknown>;
  const isCatalogue = (value: unknown): value is Catalogue =>
    typeof value === 'object' && value !== null && 'zh' in value;
  return Object.entries(module).filter((entry): entry is [string, Catalogue] => isCatalogue(entry[1]));
}

const placeholders = (message: string) => [...message.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

/** What is wrong with one catalogue: `key: fault`. */
export function faultsOf(catalogue: Catalogue, mayLackEnglish: boolean): string[] {
  return Object.entries(catalogue.zh).flatMap(([key, zh]) => {
    if (zh === '') return [`${key}: empty`];
    const en = catalogue.en?.[key];
    if (en === undefined || en === '') return mayLackEnglish ? [] : [`${key}: no English`];
    if (typeof zh !== typeof en) return [`${key}: a function in one language and a text in the other`];
    if (typeof zh !== 'string' || typeof en !== 'string') return [];
    return placeholders(zh).join() === placeholders(en).join() ? [] : [`${key}: other names in braces`];
  });
}

function strangers(catalogue: Catalogue): string[] {
  return Object.keys(catalogue.en ?? {}).filter((key) => !(key in catalogue.zh));
}

describe('message catalogues', () => {
  test('there are some', () => {
    expect(files.length).toBeGreaterThan(3);
  });

  test.each(files)('%s is complete', async (path) => {
    const found = await catalogues(path);
    expect(found.length).toBeGreaterThan(0);
    const faults = found.flatMap(([name, catalogue]) => [
      ...faultsOf(catalogue, staffRooms.test(path)).map((fault) => `${name}.${fault}`),
      ...strangers(catalogue).map((key) => `${name}.${key}: no Chinese`),
    ]);
    expect(faults).toEqual([]);
  });

  test('a missing translation, an empty one and a lost name would be seen', () => {
    const bad: Catalogue = { zh: { a: '甲', b: '', c: '{name}的', d: '丁' }, en: { c: 'of {nmae}', d: () => 'd' } };
    expect(faultsOf(bad, false)).toHaveLength(4);
    expect(faultsOf(bad, true)).toHaveLength(3);
    expect(strangers({ zh: {}, en: { e: 'e' } })).toEqual(['e']);
  });

  test('no sentence stands in a page instead of its catalogue', () => {
    const all = sourceFiles(['apps/web/src/**/*.svelte', 'packages/ui/src/**/*.svelte']);
    const pages = all.filter(({ path }) => !path.includes('/testing/'));
    // Two characters may be a seal or the name of a language; four are a sentence.
    expect(find(pages, /\p{Script=Han}{4,}/u)).toEqual([]);
  });
});
