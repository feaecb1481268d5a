import { demoMatters } from '../../../apps/api/src/database/seeds/demo/index.ts';
import { createRandom, type Random } from '../../../apps/api/src/database/seeds/demo/random.ts';
import { apiPackage } from '../api-packages.ts';

type Pinyin = (text: string, options: { toneType: 'none'; type: 'array' }) => string[];

interface Phrase {
  readonly characters: readonly string[];
  readonly syllables: readonly string[];
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

function phrases(): Phrase[] {
  const { pinyin } = apiPackage<{ pinyin: Pinyin }>('pinyin-pro');
  const texts = demoMatters.flatMap(({ name, keywords }) => [name, ...keywords]);
  const han = texts.map((text) => text.replaceAll(/[^\p{Script=Han}]/gu, '')).filter((text) => text.length >= 2);
  return [...new Set(han)].map((text) => ({
    characters: [...text],
    syllables: pinyin(text, { toneType: 'none', type: 'array' }),
  }));
}

/** A part of a phrase of two to six characters, as somebody types it who knows roughly what it is called. */
function part(phrase: Phrase, random: Random): Phrase {
  const length = random.integer(2, Math.min(6, phrase.characters.length));
  const from = random.integer(0, phrase.characters.length - length);
  return {
    characters: phrase.characters.slice(from, from + length),
    syllables: phrase.syllables.slice(from, from + length),
  };
}

const replaceOne = (units: readonly string[], by: string, random: Random): string =>
  units.with(random.integer(0, units.length - 1), by).join('');

/** The ways in which people search, by how often: Chinese, full pinyin (also half-typed), initials, a slip in either. */
const ways: readonly ((part: Phrase, random: Random) => string)[] = [
  ({ characters }) => characters.join(''),
  ({ characters }) => characters.join(''),
  ({ syllables }) => syllables.join(''),
  ({ syllables }, random) => syllables.join('').slice(0, random.integer(3, 12)),
  ({ syllables }) => syllables.map((syllable) => syllable.slice(0, 1)).join(''),
  ({ syllables }, random) => replaceOne([...syllables.join('')], letters[random.integer(0, 25)]!, random),
  ({ characters }, random) => replaceOne(characters, '在证办学生申请业补'[random.integer(0, 8)]!, random),
  ({ characters }) => `怎么办${characters.join('')}`,
];

/** As many different searches as wanted, the same on every machine. */
export function searchQueries(count: number): string[] {
  const random = createRandom('bench/search');
  const known = phrases();
  const made = new Set<string>();
  for (let turn = 0; made.size < count; turn += 1) {
    const query = ways[turn % ways.length]!(part(random.pick(known), random), random);
    // Where the short ones have run out, people type a word more.
    made.add(made.has(query) ? `${query} ${part(random.pick(known), random).characters.join('')}` : query);
  }
  return [...made];
}
