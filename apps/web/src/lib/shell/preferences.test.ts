import { describe, expect, test } from '@jest/globals';
import { chosenCookies, readPreferences } from './preferences.ts';

const read = (cookies: Record<string, string>) => readPreferences((name) => cookies[name]);
function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

describe('how somebody wants to see the site (VIS-1, VIS-2)', () => {
  test('nobody chose: Chinese, standard size, as the system is', () => {
    expect(read({})).toEqual({ theme: 'auto', size: '100', locale: 'zh-CN' });
  });

  test('a choice is kept', () => {
    expect(read({ yt_theme: 'contrast', yt_size: 'elder', yt_lang: 'en' })).toEqual({
      theme: 'contrast',
      size: 'elder',
      locale: 'en',
    });
  });

  test('a forged cookie cannot write into the page', () => {
    expect(read({ yt_theme: '"><script>', yt_size: '100" onload="x', yt_lang: 'en"' })).toEqual(read({}));
  });
});

describe('the form', () => {
  test('sets what was pressed and leaves the rest', () => {
    expect(chosenCookies(form({ theme: 'dark', return: '/' }))).toEqual([{ name: 'yt_theme', value: 'dark' }]);
  });

  test('unknown values set nothing', () => {
    expect(chosenCookies(form({ theme: 'pink', size: '900', locale: 'fr' }))).toEqual([]);
  });
});
