import { describe, expect, test } from '@jest/globals';
import { find, sourceFiles } from './source-files.ts';

// Campuses cut off from the internet must see the same pages, and no stranger should learn who visits them.
const foreignHost = /(https?:)?\/\/(?!(localhost|127\.0\.0\.1|www\.w3\.org\/)\b)[a-z0-9-]+(\.[a-z0-9-]+)+/i;

const pages = sourceFiles([
  'apps/web/src/**/*.{ts,svelte,css,html}',
  'apps/web/static/**/*.{html,css,js,svg,json,webmanifest}',
  'packages/ui/src/**/*',
]);

describe('pages load nothing from another host', () => {
  test('no address of another host stands in their sources', () => {
    expect(pages.length).toBeGreaterThan(20);
    expect(find(pages, foreignHost)).toEqual([]);
  });

  test.each([
    '<script src="https://cdn.example.com/a.js">',
    "@import url('//fonts.example.org/x.css');",
    'fetch("http://10.0.0.7/x")',
  ])('a planted %s would be seen', (text) => {
    expect(find([{ path: 'planted.svelte', text }], foreignHost)).toHaveLength(1);
  });
});
