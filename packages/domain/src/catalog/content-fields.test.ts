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

test('a section tells what it still misses of what must or should be there (GUIDE-1)', () => {
  const identity = sectionProgress(blank).find(({ section }) => section === 'identity');
  expect(identity?.missing).toContain('guide.taskType');
  expect(identity?.missing).not.toContain('summary.name');
  expect(identity?.missing.every((path) => contentFields[path].need !== 'may')).toBe(true);
});
