/** A question with one right answer, named by its place among the options, from 0. */
export interface TestQuestion {
  readonly text: string;
  readonly options: readonly string[];
  readonly right: number;
}

export interface HandbookTest {
  readonly questions: readonly TestQuestion[];
  /** Right answers that are needed to pass. */
  readonly passMark: number;
}

export type HandbookFault =
  | { readonly code: 'question.options' | 'question.same-options' | 'question.right'; readonly question: number }
  | { readonly code: 'pass-mark.too-high' | 'pass-mark.missing' };

/** All that is wrong with a test; a handbook may do without one, and then nothing is passed. */
export function checkHandbookTest({ questions, passMark }: HandbookTest): readonly HandbookFault[] {
  const faults = questions.flatMap(({ options, right }, question): HandbookFault[] => [
    ...(options.length < 2 ? [{ code: 'question.options', question } as const] : []),
    ...(new Set(options).size < options.length ? [{ code: 'question.same-options', question } as const] : []),
    ...(options[right] === undefined ? [{ code: 'question.right', question } as const] : []),
  ]);
  if (passMark > questions.length) return [...faults, { code: 'pass-mark.too-high' }];
  if (questions.length > 0 && passMark < 1) return [...faults, { code: 'pass-mark.missing' }];
  return faults;
}

export type TestResult =
  | {
      readonly ok: true;
      readonly right: number;
      readonly of: number;
      readonly isPassed: boolean;
      readonly wrong: readonly number[];
    }
  | { readonly ok: false; readonly unanswered: readonly number[] };

/** Marks a test once every question has an answer; one that is none of the options counts as missing. */
export function markTest({ questions, passMark }: HandbookTest, answers: readonly (number | null)[]): TestResult {
  const answerTo = (index: number): number | null => answers[index] ?? null;
  const indices = questions.map((_, index) => index);
  const unanswered = indices.filter((index) => {
    const answer = answerTo(index);
    return answer === null || questions[index]?.options[answer] === undefined;
  });
  if (unanswered.length > 0 || questions.length === 0) return { ok: false, unanswered };
  const wrong = indices.filter((index) => answerTo(index) !== questions[index]?.right);
  const right = questions.length - wrong.length;
  return { ok: true, right, of: questions.length, isPassed: right >= passMark, wrong };
}
