import { expect, test } from '@jest/globals';
import {
  contentFields,
  fieldPaths,
  isFieldPath,
  readField,
  readFields,
  sectionProgress,
  writeFields,
} from './content-fields.ts';
import { emptyContent } from './matter-content.ts';

const blank = emptyContent({ code: '10000-001-20-001-001', name: '学籍证明', departmentId: 'd' });

test('a field is written and read by its path; the content that was given stays as it was', () => {
  const written = writeFields(blank, new Map<never, unknown>([['guide.promisedDays' as never, 3]]));
  expect(readField(written, 'guide.promisedDays')).toBe(3);
  expect(readField(blank, 'guide.promisedDays')).toBeNull();
});

test('null takes away what may be left out and stays in what is always there', () => {
  const written = writeFields(
    blank,
    new Map<(typeof fieldPaths)[number], unknown>([
      ['guide.quota', { zh: '每年 100 人' }],
      ['guide.remedy', { zh: '申诉' }],
    ]),
  );
  const emptied = writeFields(
    written,
    new Map<(typeof fieldPaths)[number], unknown>([
      ['guide.quota', null],
      ['guide.remedy', null],
    ]),
  );
  expect(emptied).toEqual(blank);
  expect(readFields(emptied)['guide.quota']).toBeNull();
});

test('a path that no field has is none, also where every object has such a key', () => {
  expect(isFieldPath('guide.constructor')).toBe(false);
  expect(isFieldPath('toString')).toBe(false);
  expect(fieldPaths.every(isFieldPath)).toBe(true);
});

/** Rows of the field table that have to be filled in (M). */
const mandatory = [
  ...[1, 2, 3, 5, 6, 8, 11, 12, 15, 16, 17, 18, 20, 21, 24, 26, 27, 29, 32, 33, 34, 35, 36, 37, 38, 39, 40, 42, 43, 47],
];
/** Those that no empty field can miss, and why; decision 31 tells more. */
const answeredOtherwise: Readonly<Record<number, string>> = {
  2: 'our code stands for it until a platform gives one',
  3: 'the same',
  5: 'number and state of a version come with its publication',
  38: 'no fee is an answer, and each fee has to have its standard and its basis',
};

test('a row that has to be filled in blocks publication while it is empty (GUIDE-1)', () => {
  const blocking = new Set(
    fieldPaths.flatMap((path) => (contentFields[path].need === 'must' ? contentFields[path].row : [])),
  );
  expect(mandatory.filter((row) => !blocking.has(row) && answeredOtherwise[row] === undefined)).toEqual([]);
  expect(Object.keys(answeredOtherwise).filter((row) => blocking.has(Number(row)))).toEqual([]);
});

test('a section tells what it still misses of what must or should be there (GUIDE-1)', () => {
  const identity = sectionProgress(blank).find(({ section }) => section === 'identity');
  expect(identity?.missing).toContain('guide.taskType');
  expect(identity?.missing).not.toContain('summary.name');
  expect(identity?.missing.every((path) => contentFields[path].need !== 'may')).toBe(true);
});
