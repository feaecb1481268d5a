import { expect, test } from '@jest/globals';
import {
  freeKey,
  move,
  readList,
  readNumber,
  readYuan,
  sayYuan,
  toFieldValue,
  withLanguage,
  withPart,
} from './control.ts';

test('yuan and fen: what is typed means whole fen, and what is no amount stays as it was typed', () => {
  expect(['12', '12.5', '12.05', '0.1'].map(readYuan)).toEqual([1200, 1250, 1205, 10]);
  expect(['12.', '1e3', '-1', '1.234', ''].map(readYuan)).toEqual(['12.', '1e3', '-1', '1.234', '']);
  expect([1200, 1250, 1205, 'x', null].map(sayYuan)).toEqual(['12', '12.5', '12.05', 'x', '']);
});

test('numbers and lists', () => {
  expect(['', ' 5 ', '05', '3天'].map(readNumber)).toEqual([null, 5, 5, '3天']);
  expect(readList('学生证、 校园卡，学生证\n')).toEqual(['学生证', '校园卡']);
});

test('an emptied part that may be absent goes; one that may not is blank again', () => {
  const blank = { title: '' };
  expect(withPart({ title: '办法', docNo: '1号' }, ['docNo', ''], blank)).toEqual({ title: '办法' });
  expect(withPart({ title: '办法' }, ['title', ' '], blank)).toEqual({ title: '' });
  expect(withPart(null, ['isProof', false], blank)).toEqual({ title: '', isProof: false });
  expect(withLanguage({ zh: '是', en: 'yes' }, 'en', '')).toEqual({ zh: '是' });
});

test('a field that was emptied is null, unless its shape holds a blank', () => {
  expect(toFieldValue('guide.remedy', { zh: ' ' })).toBeNull();
  expect(toFieldValue('guide.ownerA', { name: '' })).toBeNull();
  expect([
    toFieldValue('summary.name', ''),
    toFieldValue('guide.fees', []),
    toFieldValue('guide.isOnline', false),
  ]).toEqual(['', [], false]);
});

test('rows move, and a new one has a key of its own', () => {
  expect([move(['a', 'b', 'c'], 0, 2), freeKey('m', ['m1', 'm3'])]).toEqual([['b', 'c', 'a'], 'm2']);
});
