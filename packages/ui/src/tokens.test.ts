import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
type Tokens = Record<string, string>;

/** The colours of the first block after the given text. */
function tokensAfter(start: string): Tokens {
  const from = css.indexOf(start);
  if (from < 0) throw new Error(`no block for ${start}`);
  const block: string = css.slice(css.indexOf('{', from), css.indexOf('}', from));
  const pairs = [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)];
  return Object.fromEntries(pairs.map((pair): [string, string] => [pair[1] ?? '', pair[2] ?? '']));
}

/** WCAG 2.2 relative luminance and contrast. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(tokens: Tokens, [front, back]: readonly [string, string]): number {
  const [light, dark] = [tokens[front], tokens[back]].map((hex) => luminance(hex ?? '#')).sort((a, b) => b - a);
  return ((light ?? NaN) + 0.05) / ((dark ?? NaN) + 0.05);
}

const grounds = ['paper', 'paper-raised', 'paper-sunk', 'paper-hover'];
const text: readonly (readonly [string, string])[] = [
  ...['ink', 'ink-soft', 'ink-faint', 'link', 'brand', 'brand-strong', 'cinnabar', 'ochre'].flatMap((front) =>
    grounds.map((back) => [front, back] as const),
  ),
  ...['ink', 'ink-soft', 'brand-strong', 'link'].map((front) => [front, 'brand-wash'] as const),
  ['ink', 'cinnabar-wash'],
  ['cinnabar-strong', 'cinnabar-wash'],
  ['cinnabar', 'cinnabar-wash'],
  ['ink', 'ochre-wash'],
  ['ochre', 'ochre-wash'],
  ['ink', 'slate-wash'],
  ['slate', 'slate-wash'],
  ['on-brand', 'brand'],
  ['on-brand', 'brand-strong'],
  ['on-cinnabar', 'cinnabar'],
  ['on-seal', 'seal'],
  ['paper', 'ink'],
];
const controls: readonly (readonly [string, string])[] = [
  ['line-strong', 'paper'],
  ['line-strong', 'paper-raised'],
  ['line-strong', 'paper-sunk'],
  ['focus', 'paper'],
  ['focus', 'paper-raised'],
  ['focus', 'brand-wash'],
  ['brand', 'track'],
  ['ochre', 'track'],
  ['cinnabar', 'track'],
];
const themes = {
  light: tokensAfter("[data-theme='light']"),
  dark: tokensAfter("[data-theme='dark']"),
  contrast: tokensAfter("[data-theme='contrast']"),
};
const failing = (tokens: Tokens, pairs: typeof text, least: number) =>
  pairs
    .filter((pair) => !(contrast(tokens, pair) >= least))
    .map((pair) => `${pair.join(' on ')} ${contrast(tokens, pair).toFixed(2)}`);

describe.each(Object.entries(themes))('%s (VIS-1)', (_, tokens) => {
  test('text keeps 4.5:1 on every ground it stands on', () => {
    expect(failing(tokens, text, 4.5)).toEqual([]);
  });
  test('edges and focus keep 3:1', () => {
    expect(failing(tokens, controls, 3)).toEqual([]);
  });
});

test('high contrast keeps 7:1 (VIS-1)', () => {
  expect(failing(themes.contrast, text, 7)).toEqual([]);
});

test('dark followed from the system is the same dark as the chosen one (VIS-1)', () => {
  expect(tokensAfter("[data-theme='auto']")).toEqual(themes.dark);
});

test('high contrast followed from the system is the chosen one (VIS-1)', () => {
  expect(tokensAfter('(prefers-contrast: more)')).toEqual(themes.contrast);
});

test('every theme names the same colours', () => {
  const names = Object.values(themes).map((tokens) => Object.keys(tokens).sort());
  expect(names[1]).toEqual(names[0]);
  expect(names[2]).toEqual(names[0]);
});
