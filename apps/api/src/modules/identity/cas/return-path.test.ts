import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../../../tests/support/property.ts';
import { cleanReturnPath } from './return-path.ts';

test('a path of this site is kept with its query', () => {
  expect(cleanReturnPath('/my/drafts/1?page=2#top')).toBe('/my/drafts/1?page=2#top');
  expect(cleanReturnPath('/search?q=在读证明')).toBe('/search?q=%E5%9C%A8%E8%AF%BB%E8%AF%81%E6%98%8E');
});
test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/a/..//evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  '/a\r\nSet-Cookie: x=1',
  '/auth/cas/login',
  '/cas/logout',
  '/api/me',
  `/${'a'.repeat(600)}`,
  '',
  'my',
])('%j leads home', (wanted) => {
  expect(cleanReturnPath(wanted)).toBe('/');
});
property(
  'whatever is asked, a browser stays on this site',
  fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.string().map((text) => `/${text}`),
  ),
  (wanted) => {
    const site = 'https://yitang.example';
    expect(new URL(cleanReturnPath(wanted), site).origin).toBe(site);
  },
);
test('a repeated parameter leads home', () => {
  expect(cleanReturnPath(['/a', '/b'])).toBe('/');
});
