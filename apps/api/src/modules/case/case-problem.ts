import type { ErrorCode, Issue } from '@yitang/contract';
import type { Locale, Refusal, RefusalCode } from '@yitang/domain/vocabulary';
import { problem, type ProblemError } from '../../platform/problem/index.ts';
import { answerPath } from './form/issue-words.ts';
import { refusalText } from './refusal-texts.ts';

const codes: Readonly<Partial<Record<RefusalCode, ErrorCode>>> = {
  'draft.not-yours': 'record.not-found',
  'case.not-yours': 'record.not-found',
  'matter.withdrawn': 'catalog.not-in-force',
  'matter.not-in-force': 'catalog.not-in-force',
  'precondition.unmet': 'case.precondition',
  'precondition.unknown': 'case.precondition',
  'case.changed-meanwhile': 'record.changed',
  'case.not-your-post': 'case.not-holder',
  'case.own-case': 'access.denied',
  'case.not-permitted': 'access.denied',
  'case.stage-may-not': 'case.not-allowed',
  'case.wrong-status': 'case.not-allowed',
  'case.closed': 'case.not-allowed',
  'case.materials-owed': 'case.not-allowed',
  'case.nothing-owed': 'case.not-allowed',
  'case.not-yet-due': 'case.not-allowed',
  'calendar.unpublished': 'case.not-allowed',
  'correction.reason-missing': 'case.second-correction',
  'correction.incomplete': 'case.incomplete',
  'decision.reason-missing': 'case.reason-required',
  'decision.basis-missing': 'case.reason-required',
  'decision.ground-missing': 'case.reason-required',
  'decision.ground-unknown': 'case.reason-required',
  'decision.procedure-unknown': 'case.reason-required',
  'extension.decline-reason-missing': 'case.reason-required',
  'extension.pending': 'case.not-allowed',
  'extension.none': 'case.not-allowed',
  'extension.own-request': 'case.not-allowed',
  'extension.too-late': 'case.not-allowed',
};

export interface Wording {
  readonly locale: Locale;
  /** Path of the issue in what was sent: `answers.reason`, `body.basis`. */
  readonly fieldOf: (refusal: Refusal) => string;
  /** What a missing or faulty field is called as a whole. */
  readonly otherwise: ErrorCode;
  /** A sentence of the form's own, where it has one. */
  readonly textOf?: (refusal: Refusal) => string | undefined;
}

/** Every refusal as an issue; the first one that has a code of its own names the problem. */
export function refusalProblem(refusals: readonly Refusal[], wording: Wording): ProblemError {
  const code = refusals.map((refusal) => codes[refusal.code]).find((found) => found !== undefined) ?? wording.otherwise;
  return problem(code, { issues: refusals.map((refusal) => presentIssue(refusal, wording)) });
}

export function presentIssue(refusal: Refusal, { locale, fieldOf, textOf }: Omit<Wording, 'otherwise'>): Issue {
  const message = textOf?.(refusal) ?? refusalText(locale, refusal.code, refusal.params);
  return { field: fieldOf(refusal), code: refusal.code, message };
}

/** `materials.KEY`, `preconditions.KEY` or `answers.KEY`: what an issue of an application concerns. */
export function applicationField({ code, field, part }: Refusal): string {
  if (field === undefined) return '';
  if (code.startsWith('material.')) return `materials.${field}`;
  return code.startsWith('precondition.') ? `preconditions.${field}` : `answers.${answerPath({ field, part })}`;
}
