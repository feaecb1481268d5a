import { expect, test } from '@jest/globals';
import { defineMessages, translator, type Locale } from './messages.ts';

const messages = defineMessages({
  zh: {
    submit: '提交',
    due: '{date}前办结，由{holder}办理',
    files: (p: { count: number }) => `${p.count} 个文件`,
    staffOnly: '待办',
  },
  en: {
    submit: 'Submit',
    due: '{holder} finishes by {date}',
    files: (p: { count: number }) => (p.count === 1 ? 'one file' : `${p.count} files`),
  },
});
const inLanguage = (locale: Locale) => translator(() => locale, messages);

test('a reader of Chinese gets Chinese, a reader of English gets English', () => {
  expect(inLanguage('zh-CN')('submit')).toBe('提交');
  expect(inLanguage('en')('submit')).toBe('Submit');
});

test('names in braces are filled in, in the order of each language', () => {
  const params = { date: '11月26日', holder: '教务处' };
  expect(inLanguage('zh-CN')('due', params)).toBe('11月26日前办结，由教务处办理');
  expect(inLanguage('en')('due', params)).toBe('教务处 finishes by 11月26日');
});

test('words change with a number where the language wants it', () => {
  expect(inLanguage('en')('files', { count: 1 })).toBe('one file');
  expect(inLanguage('en')('files', { count: 2 })).toBe('2 files');
  expect(inLanguage('zh-CN')('files', { count: 1 })).toBe('1 个文件');
});

test('what has no English is shown in Chinese rather than as a key', () => {
  expect(inLanguage('en')('staffOnly')).toBe('待办');
});

test('a name inside a value is not filled in again', () => {
  expect(inLanguage('zh-CN')('due', { date: '{holder}', holder: 'x' })).toBe('{holder}前办结，由x办理');
});

test('a forgotten name does not compile', () => {
  const t = inLanguage('zh-CN');
  // @ts-expect-error -- date and holder are missing
  expect(t('due', {})).toBe('{date}前办结，由{holder}办理');
  // @ts-expect-error -- there is no such message
  expect(() => t('nothing')).toThrow();
});
