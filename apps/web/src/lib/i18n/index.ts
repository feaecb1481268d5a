export { provideLanguage, useFormats, useMessages, useText } from './context.ts';
export type { Formats } from './formats.ts';
export { defineMessages, type Locale, type Messages, type Translate } from './messages.ts';
