import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../../../tests/support/property.ts';
import { cleanFileName } from './file-name.ts';

describe('the name of a file (R-IN-7)', () => {
  test.each([
    ['成绩单.pdf', '成绩单.pdf'],
    ['C:\\Users\\张三\\成绩单.pdf', '成绩单.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie_ x=1.pdf'],
    ['.htaccess', 'htaccess'],
    ['a"b<c>.png', 'a_b_c_.png'],
    ['\u0000\u200b', '未命名'],
    ['', '未命名'],
    ['.pdf', 'pdf'],
  ])('%j is kept as %j', (given, kept) => {
    expect(cleanFileName(given)).toBe(kept);
  });

  test('a very long one keeps its ending', () => {
    const name = cleanFileName(`${'𠮷'.repeat(300)}.jpeg`);
    expect([...name]).toHaveLength(120);
    expect(name.endsWith('𠮷.jpeg')).toBe(true);
    expect(name.isWellFormed()).toBe(true);
  });

  property(
    'never holds a path, a control or a direction mark',
    fc.string({ unit: 'binary', maxLength: 200 }),
    (given) => {
      const name = cleanFileName(given);
      expect(name).not.toMatch(/[/\\\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
      expect(name).not.toBe('');
      expect(cleanFileName(name)).toBe(name);
    },
  );
});
