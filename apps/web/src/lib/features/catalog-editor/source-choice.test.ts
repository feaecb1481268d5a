import { expect, test } from '@jest/globals';
import { chosenSource } from './source-choice.ts';

const sources = [{ zh: '学籍库(本科)' }, { zh: 'A1系统' }];

test('a source that a guide names in other widths is the one of the catalogue', () => {
  expect(chosenSource(sources, { zh: '学籍库（本科） ' })).toEqual({ name: '学籍库(本科)', isLive: true });
  expect(chosenSource(sources, { zh: 'Ａ１系统' })).toEqual({ name: 'A1系统', isLive: true });
});

test('another one stays and is said not to be live; none at all is no fault', () => {
  expect(chosenSource(sources, { zh: '户籍库' })).toEqual({ name: '户籍库', isLive: false });
  expect(chosenSource(sources, null)).toEqual({ name: '', isLive: true });
});
