export { provideLanguage, useFormats, useLocale, useMessages, useText } from './context.ts';
export { formats, type Formats } from './formats.ts';
export { defineMessages, translator, type Locale, type Messages, type Translate } from './messages.ts';
