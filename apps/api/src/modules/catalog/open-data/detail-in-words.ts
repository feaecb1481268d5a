import { leavesOf } from '@yitang/domain/comparison';
import { leafInWords } from '../comparison/leaf-in-words.ts';
import type { PublishedMatter } from '../published-matter.ts';
import { situationInWords } from './situation-in-words.ts';

type Entry = object;

/** All that an entry of a list says, in Chinese: `近期照片（来源：申请人提供；原件份数：1）`. Codes and conditions in words. */
function entryInWords(matter: PublishedMatter, field: string, entry: Entry): string {
  const said = 'showWhen' in entry ? { ...entry, showWhen: situationInWords(matter, entry.showWhen as never) } : entry;
  const told = [...leavesOf(said)].filter(([place]) => place !== 'key' && place.split('/').at(-1) !== 'en');
  const [first, ...rest] = told.map(([place, text]) => {
    const { label, wordFor } = leafInWords(field, place);
    return { label, word: wordFor(text) };
  });
  if (first === undefined) return '';
  const details = rest.map(({ label, word }) => `${label}：${word}`).join('；');
  return details === '' ? first.word : `${first.word}（${details}）`;
}

/** Entry by entry, numbered; what begins an entry is its name. */
export function detailInWords(matter: PublishedMatter, field: string, entries: readonly Entry[] = []): string {
  return numbered(entries.map((entry) => entryInWords(matter, field, named(entry))));
}

export const numbered = (texts: readonly string[]): string =>
  texts.map((text, index) => `${index + 1}. ${text}`).join('\n');

/** Its name first, in whatever order its parts were saved. */
function named(entry: Entry): Entry {
  const { name, title, label, question, ...rest } = entry as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries({ name, title, label, question, ...rest }).filter(([, value]) => value !== undefined),
  );
}
