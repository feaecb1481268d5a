/** Words that are data (a form's label, a guide's sentence): Chinese always, English where applicants read it. */
export interface LocalText {
  readonly zh: string;
  readonly en?: string | undefined;
}

export type Locale = 'zh-CN' | 'en';

export function textIn(locale: Locale, text: LocalText): string {
  return locale === 'en' ? (text.en ?? text.zh) : text.zh;
}
