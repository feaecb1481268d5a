import { expect, test } from '@jest/globals';
import { safeReturnPath } from './return-path.ts';

test.each(['/', '/matters?q=在读', '/my/cases/1#stations'])('%s is a place on this site', (path) => {
  expect(safeReturnPath(path)).toBe(path);
});

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  '',
  null,
  7,
])('%j leads home instead of away', (path) => {
  expect(safeReturnPath(path)).toBe('/');
});
