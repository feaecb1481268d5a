import { expect, test } from '@jest/globals';
import * as pageWords from '../../packages/contract/src/page-words.ts';
import { sourceFiles } from './source-files.ts';

/** What a browser is sent; the schemas of the contract stay on the server. */
const scripts = sourceFiles(['apps/web/src/**/*.{ts,svelte}']).filter(
  ({ path }) => !/\.server\.ts$|\/lib\/server\/|\/hooks\./.test(path),
);

const namesOf = (text: string): string[] =>
  [...text.matchAll(/import \{([^}]*)\} from '@yitang\/contract'/g)].flatMap(([, names = '']) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type ')),
  );

test('of the contract pages take types and words, so that no page brings its schemas along', () => {
  const light = new Set([...Object.keys(pageWords), 'ApiError']);
  const found = scripts.flatMap(({ path, text }) => namesOf(text).map((name) => ({ path, name })));
  expect(found.length).toBeGreaterThan(5);
  expect(found.filter(({ name }) => !light.has(name))).toEqual([]);
});
