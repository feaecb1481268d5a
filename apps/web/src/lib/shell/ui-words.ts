import type { UiWords } from '@yitang/ui';
import type { Locale } from '../i18n/index.ts';

const words: Record<Locale, UiWords> = {
  'zh-CN': {
    errorPrefix: '错误：',
    optional: '（选填）',
    close: '关闭',
    change: '修改',
    previous: '上一页',
    next: '下一页',
    pages: '翻页',
    empty: '未填写',
  },
  en: {
    errorPrefix: 'Error: ',
    optional: ' (optional)',
    close: 'Close',
    change: 'Change',
    previous: 'Previous',
    next: 'Next',
    pages: 'Pages',
    empty: 'Not given',
  },
};

/** The words that controls say by themselves, in the reader's language. */
export function uiWords(locale: Locale): UiWords {
  return words[locale];
}
