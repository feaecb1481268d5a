import { expect, test } from '@jest/globals';
import { sourceFiles, withoutComments } from './source-files.ts';

const files = sourceFiles(['{apps,packages,tests,scripts}/**/*.ts'], { withTests: true });

/** The text between the bracket at `start` and the one that closes it. */
function callAt(text: string, start: number): string {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')' && (depth -= 1) === 0) return text.slice(start, at);
  }
  return text.slice(start);
}

/** Random runs that nobody could repeat: without a seed, or with another than that of the run. */
function unseeded(path: string, text: string): string[] {
  const calls = [...text.matchAll(/\bfc\.(assert|check|sample)\(/g)];
  const isOfRun = /import \{[^}]*\bseed\b[^}]*\} from '[^']*support\/property\.ts'/.test(text);
  return calls
    .filter(({ 0: begin, index }) => !isOfRun || !/[{,]\s*seed\b/.test(callAt(text, index + begin.length - 1)))
    .map(({ 0: begin, index }) => `${path}:${text.slice(0, index).split('\n').length} ${begin}`);
}

test('every random test is repeated by YITANG_SEED: it is a `property` or takes the `seed` of tests/support/property.ts', () => {
  const others = files.filter(({ path }) => path !== 'tests/support/property.ts' && !path.includes('/architecture/'));
  expect(others.length).toBeGreaterThan(500);
  expect(others.flatMap(({ path, text }) => unseeded(path, withoutComments(text)))).toEqual([]);
});

test('one that cannot be repeated is found', () => {
  const seeded = "import { seed } from '../support/property.ts';\n";
  expect(unseeded('a.ts', 'fc.assert(fc.property(fc.nat(), f));')).toEqual(['a.ts:1 fc.assert(']);
  expect(unseeded('a.ts', `${seeded}fc.assert(fc.property(fc.nat(), f), { numRuns: 9 });`)).toHaveLength(1);
  expect(unseeded('a.ts', 'const seed = 1; fc.assert(p, { seed });')).toHaveLength(1);
  expect(unseeded('a.ts', `${seeded}fc.assert(fc.property(fc.nat(), f), { numRuns: 9, seed });`)).toEqual([]);
});
