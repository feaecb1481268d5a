import { errorTexts, type Problem } from '@yitang/contract';
import { textIn, type Locale } from '@yitang/domain/vocabulary';
import type { ProblemError } from './problem-error.ts';

/** The problem+json document: the code's sentence in the caller's language, every issue, the number to quote. */
export function renderProblem(error: ProblemError, call: { requestId: string; locale: Locale }): Problem {
  return {
    type: `/api/docs#${error.code}`,
    title: textIn(call.locale, errorTexts[error.code]),
    status: error.status,
    code: error.code,
    detail: error.detail,
    instance: call.requestId,
    issues: error.issues.map(({ field, code, message }) => ({ field, code, message })),
  };
}
