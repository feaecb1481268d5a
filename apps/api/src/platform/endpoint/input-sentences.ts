import type { Locale } from '@yitang/domain/vocabulary';
import { z } from 'zod';

type Say = (raw: z.core.$ZodRawIssue) => string | undefined;

/**
 * What is wrong with an input, in words for the person who typed it; a page puts the name of the field before it. Only
 * what honest forms run into has a sentence of its own.
 */
export const inputSentences: Readonly<Record<Locale, z.core.$ZodErrorMap>> = {
  'zh-CN': (raw) => sayChinese(raw) ?? z.locales.zhCN().localeError(raw),
  en: (raw) => sayEnglish(raw) ?? z.locales.en().localeError(raw),
};

const isEmpty = ({ input }: z.core.$ZodRawIssue): boolean => input === undefined || input === null || input === '';

const sayChinese: Say = (raw) => {
  if (raw.code === 'invalid_value') return isEmpty(raw) ? '请选择一项。' : '请从给出的选项里选择。';
  if (isEmpty(raw)) return '请填写这一项。';
  if (raw.code === 'too_small')
    return least(raw, { text: '至少 # 个字。', list: '至少选 # 项。', number: '不能小于 #。' });
  if (raw.code === 'too_big')
    return most(raw, { text: '最多 # 个字。', list: '最多选 # 项。', number: '不能大于 #。' });
  if (raw.code === 'invalid_format')
    return raw.format === 'date' ? '请填写日期，例如 2026-09-01。' : '格式不对，请检查后重新填写。';
  return raw.code === 'invalid_type' && (raw.expected === 'number' || raw.expected === 'int')
    ? '请填写整数。'
    : undefined;
};

const sayEnglish: Say = (raw) => {
  if (raw.code === 'invalid_value') return isEmpty(raw) ? 'Choose one.' : 'Choose one of the options.';
  if (isEmpty(raw)) return 'Please fill this in.';
  if (raw.code === 'too_small')
    return least(raw, { text: 'At least # characters.', list: 'Choose at least #.', number: 'Not less than #.' });
  if (raw.code === 'too_big')
    return most(raw, { text: 'At most # characters.', list: 'Choose at most #.', number: 'Not more than #.' });
  if (raw.code === 'invalid_format')
    return raw.format === 'date' ? 'Give a date like 2026-09-01.' : 'This is not in the right form; please check it.';
  return raw.code === 'invalid_type' && (raw.expected === 'number' || raw.expected === 'int')
    ? 'Give a whole number.'
    : undefined;
};

interface Sentences {
  readonly text: string;
  readonly list: string;
  readonly number: string;
}

const kinds: Readonly<Record<string, keyof Sentences>> = {
  string: 'text',
  array: 'list',
  number: 'number',
  int: 'number',
};

const least = (raw: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>, sentences: Sentences): string | undefined =>
  fill(sentences, raw.origin, raw.minimum);
const most = (raw: z.core.$ZodRawIssue<z.core.$ZodIssueTooBig>, sentences: Sentences): string | undefined =>
  fill(sentences, raw.origin, raw.maximum);

function fill(sentences: Sentences, origin: string, bound: number | bigint): string | undefined {
  const kind = kinds[origin];
  return kind === undefined ? undefined : sentences[kind].replace('#', String(bound));
}
