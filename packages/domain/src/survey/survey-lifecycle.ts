import type { SurveyAction, SurveyRefusalCode, SurveyStatus } from '../vocabulary/index.ts';

export interface SurveyRefusal {
  readonly code: SurveyRefusalCode;
  /** What the refusal is about: the least size that would do, a column. */
  readonly subject?: string;
}
export interface SurveyRefused {
  readonly ok: false;
  readonly refusals: readonly SurveyRefusal[];
}
export const refuseSurvey = (refusals: readonly SurveyRefusal[]): SurveyRefused => ({ ok: false, refusals });

/** Where each action leads from each status. Once drawn a survey is never changed, only closed. */
export const surveyLifecycle: Readonly<Record<SurveyStatus, Readonly<Partial<Record<SurveyAction, SurveyStatus>>>>> = {
  planned: { draw: 'drawing', discard: 'discarded' },
  drawing: { freeze: 'running', fail: 'planned' },
  running: { close: 'closed' },
  closed: {},
  discarded: {},
};

export function decideSurvey(
  status: SurveyStatus,
  action: SurveyAction,
): { readonly ok: true; readonly status: SurveyStatus } | SurveyRefused {
  const next = surveyLifecycle[status][action];
  return next === undefined ? refuseSurvey([{ code: 'survey.wrong-status' }]) : { ok: true, status: next };
}
