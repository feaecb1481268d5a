import { getContext, setContext } from 'svelte';
import { formats, type Formats } from './formats.ts';
import { translator, type Locale, type Message, type Messages, type Translate } from './messages.ts';

interface Language {
  readonly locale: Locale;
  readonly timeZone: string;
}
interface LocalText {
  readonly zh: string;
  readonly en?: string | undefined;
}

const key = Symbol('language');
const standard: Language = { locale: 'zh-CN', timeZone: 'Asia/Shanghai' };

/** Called once by the root layout; a getter, so that a change of language reaches every word. */
export function provideLanguage(language: () => Language): void {
  setContext(key, language);
}

function useLanguage(): () => Language {
  return getContext<(() => Language) | undefined>(key) ?? (() => standard);
}

/** `const t = useMessages(messages)` at the top of a component, then `t('key', { name })`. */
export function useMessages<Zh extends Record<string, Message>>(messages: Messages<Zh>): Translate<Zh> {
  const language = useLanguage();
  return translator(() => language().locale, messages);
}

/** Words that are data: `const text = useText()`, then `text(matter.summary)`; nothing gives ''. */
export function useText(): (text: LocalText | null | undefined) => string {
  const language = useLanguage();
  return (text) => (language().locale === 'en' ? (text?.en ?? text?.zh ?? '') : (text?.zh ?? ''));
}

/** Dates, times and sizes as the reader writes them: `const format = useFormats()`, then `format.day('2026-11-26')`. */
export function useFormats(): Formats {
  const language = useLanguage();
  return formats(language);
}
