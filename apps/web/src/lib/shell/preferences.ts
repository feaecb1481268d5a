import type { Locale } from '../i18n/messages.ts';

export const themes = ['auto', 'light', 'dark', 'contrast'] as const;
export const sizes = ['100', '125', '150', '175', 'elder'] as const;
export const locales = ['zh-CN', 'en'] as const satisfies readonly Locale[];
type Theme = (typeof themes)[number];
type Size = (typeof sizes)[number];

/** How somebody wants to see the site; kept in cookies, so that it holds before signing in and without script. */
export interface Preferences {
  readonly theme: Theme;
  readonly size: Size;
  readonly locale: Locale;
}

export const preferenceCookies = { theme: 'yt_theme', size: 'yt_size', locale: 'yt_lang' } as const;

const oneOf = <const T extends string>(known: readonly T[], value: string | null | undefined): T | undefined =>
  known.find((one) => one === value);

/** Unknown values count as not chosen. Chinese is shown unless English was chosen: the browser's language is not asked. */
export function readPreferences(cookie: (name: string) => string | undefined): Preferences {
  return {
    theme: oneOf(themes, cookie(preferenceCookies.theme)) ?? 'auto',
    size: oneOf(sizes, cookie(preferenceCookies.size)) ?? '100',
    locale: oneOf(locales, cookie(preferenceCookies.locale)) ?? 'zh-CN',
  };
}

/** What a submitted preference form changes, as cookies; anything unknown is left out. */
export function chosenCookies(form: FormData): { readonly name: string; readonly value: string }[] {
  const text = (key: string) => {
    const value = form.get(key);
    return typeof value === 'string' ? value : undefined;
  };
  const chosen = [
    { name: preferenceCookies.theme, value: oneOf(themes, text('theme')) },
    { name: preferenceCookies.size, value: oneOf(sizes, text('size')) },
    { name: preferenceCookies.locale, value: oneOf(locales, text('locale')) },
  ];
  return chosen.flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }]));
}
