import { expect, test } from '@jest/globals';
import { draftActions, packageActions } from '@yitang/domain/vocabulary';
import { actionWords } from '../../apps/web/src/lib/features/supervision/action-words.ts';
import { targetWords } from '../../apps/web/src/lib/features/supervision/target-words.ts';
import { jobWord } from '../../apps/web/src/lib/shell/job-words.ts';
import { sourceFiles, withoutComments } from './source-files.ts';

const text = sourceFiles(['apps/api/src/{modules,platform}/**/*.ts'])
  .map((file) => withoutComments(file.text))
  .join('\n');
const found = (pattern: RegExp): string[] => [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))];

test('every act that is recorded has a word on the supervisor’s page', () => {
  const acts = [
    ...found(/\baction: '([a-z-]+\.[a-z-]+)'/g),
    ...draftActions.map((action) => `catalog.draft-${action}`),
    ...['plan', ...packageActions].map((action) => `filing.${action}`),
  ];
  expect(acts.length).toBeGreaterThan(40);
  expect(acts.filter((act) => !Object.hasOwn(actionWords, act))).toEqual([]);
});

test('everything that acts are done to has a word there', () => {
  const kinds = found(/\btarget: \{ type: '([a-z-]+)'/g).filter((kind) => kind !== 'test');
  expect(kinds.length).toBeGreaterThan(40);
  expect(kinds.filter((kind) => !Object.hasOwn(targetWords, kind))).toEqual([]);
});

test('every job has a word on the pages of administrators and supervisors', () => {
  const kinds = found(/\bjobs\.(?:register|schedule)\('([a-z.-]+)'/g);
  expect(kinds.length).toBeGreaterThan(10);
  expect(kinds.filter((kind) => jobWord(kind) === kind)).toEqual([]);
});
