/** Words that are data (a form's label, a guide's sentence): Chinese always, English where applicants read it. */
export interface LocalText {
  readonly zh: string;
  readonly en?: string | undefined;
}

export type Locale = 'zh-CN' | 'en';

export function textIn(locale: Locale, text: LocalText): string {
  return locale === 'en' ? (text.en ?? text.zh) : text.zh;
}

/**
 * What tells one entry of the data catalogue (数据目录) from another. Guides name a source as it is called there; widths of
 * characters, and spaces around a name that was typed, do not count.
 */
export const sourceKey = (name: string): string => name.normalize('NFKC').trim();
