import { pinyin, polyphonic } from 'pinyin-pro';

const han = /\p{Script=Han}/u;

/** How many readings of one text are indexed at the most: 重修 has two, a name full of polyphones would have hundreds. */
const mostReadings = 6;

/** Every plausible reading of the Han characters of a text, each as syllables without tones; the usual one first. */
export function readingsOf(text: string): string[][] {
  const characters = [...text].filter((character) => han.test(character)).join('');
  if (characters === '') return [];
  const usual = pinyin(characters, { toneType: 'none', type: 'array', v: true });
  const choices = polyphonic(characters, { toneType: 'none', type: 'array', v: true });
  const readings = [usual];
  for (const [position, syllables] of choices.entries()) {
    for (const other of new Set(syllables)) {
      if (other === usual[position] || readings.length >= mostReadings) continue;
      readings.push(usual.with(position, other));
    }
  }
  return readings.map((reading) => reading.map(fuzzySound));
}

/** Letter under which an index lists a name: that of its first syllable, `#` where there is none. */
export function initialOf(name: string): string {
  const [first = ''] = pinyin(name.trim(), { pattern: 'first', toneType: 'none', type: 'array' });
  const letter = first.slice(0, 1).toUpperCase();
  return /^[A-Z]$/.test(letter) ? letter : '#';
}

/** The usual reading of what was typed, Han and Latin mixed: 在du证明 → zaiduzhengming. */
export function soundOf(text: string): string {
  return fuzzySound(
    pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' }).join('').replaceAll(' ', ''),
  );
}

/** Sounds that many speakers don't tell apart are written alike: zh/z, ch/c, sh/s, ang/an, eng/en, ing/in, l/n at the start is kept. */
export function fuzzySound(sound: string): string {
  return sound
    .toLowerCase()
    .replaceAll(/([zcs])h/g, '$1')
    .replaceAll(/([aei])ng/g, '$1n')
    .replaceAll('ü', 'v');
}
