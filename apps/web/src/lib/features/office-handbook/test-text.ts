export interface WrittenQuestion {
  readonly text: string;
  readonly options: string[];
  readonly right: number;
}

/**
 * Questions as somebody types them into one box: a line with the question, below it a line for each option that begins
 * with - or, for the right one, with *. Without a right one `right` is past the options, which the server refuses.
 */
export function readQuestions(text: string): WrittenQuestion[] {
  const questions: { text: string; options: string[]; right: number }[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    const option = /^([-*＊—])\s*(.+)$/.exec(line);
    const current = questions.at(-1);
    if (line === '') continue;
    if (option === null || current === undefined) questions.push({ text: line, options: [], right: 7 });
    else {
      if (option[1] === '*' || option[1] === '＊') current.right = current.options.length;
      current.options.push(option[2] ?? '');
    }
  }
  return questions;
}

export const writeQuestions = (questions: readonly WrittenQuestion[]): string =>
  questions
    .map(({ text, options, right }) =>
      [text, ...options.map((option, index) => `${index === right ? '*' : '-'} ${option}`)].join('\n'),
    )
    .join('\n\n');
