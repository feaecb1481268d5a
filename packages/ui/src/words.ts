import { getContext, setContext } from 'svelte';

/** The few words that controls say by themselves. Pages give all others as props. */
export interface UiWords {
  /** Spoken before a field's error: "错误：". */
  readonly errorPrefix: string;
  /** Behind the label of a question that may be left empty: "（选填）". */
  readonly optional: string;
  readonly close: string;
  readonly change: string;
  readonly previous: string;
  readonly next: string;
  readonly pages: string;
  readonly empty: string;
}

const chinese: UiWords = {
  errorPrefix: '错误：',
  optional: '（选填）',
  close: '关闭',
  change: '修改',
  previous: '上一页',
  next: '下一页',
  pages: '翻页',
  empty: '未填写',
};

const key = Symbol('ui-words');

/** Called once by the layout; a getter, so that a change of language reaches every control. */
export function provideWords(words: () => UiWords): void {
  setContext(key, words);
}

/** The words in the reader's language; Chinese where nobody provided any. */
export function useWords(): () => UiWords {
  return getContext<(() => UiWords) | undefined>(key) ?? (() => chinese);
}
