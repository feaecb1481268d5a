/** What can be wrong with one answer of a form. */
export const fieldIssueCodes = [
  'field.required',
  'field.unknown',
  'field.wrong-type',
  'field.too-short',
  'field.too-long',
  'field.control-characters',
  'field.pattern',
  'field.too-small',
  'field.too-large',
  'field.impossible-date',
  'field.too-early',
  'field.too-late',
  'field.before-other',
  'field.unknown-choice',
  'field.invalid-phone',
  'field.not-a-number',
  'field.not-an-amount',
  'field.impossible-time',
  'field.impossible-month',
  'field.ends-before-start',
  'field.too-many-days',
  'field.invalid-email',
  'field.invalid-name',
  'field.invalid-id-number',
  'field.invalid-postcode',
  'field.invalid-account',
  'field.too-few-rows',
  'field.too-many-rows',
  'field.must-consent',
  'field.locked',
] as const;
export type FieldIssueCode = (typeof fieldIssueCodes)[number];

/** What can be wrong with the uploads for one required material. */
export const materialIssueCodes = [
  'material.missing',
  'material.unknown',
  'material.too-many',
  'material.too-large',
  'material.wrong-type',
] as const;
export type MaterialIssueCode = (typeof materialIssueCodes)[number];

/** Why an act on a case, or a submission, is not done. */
export const caseRefusalCodes = [
  'draft.not-yours',
  'matter.withdrawn',
  'matter.not-in-force',
  'precondition.unmet',
  'precondition.unknown',
  'case.not-yours',
  'case.own-case',
  'case.not-your-post',
  'case.stage-may-not',
  'case.not-permitted',
  'case.closed',
  'case.wrong-status',
  'case.changed-meanwhile',
  'case.materials-owed',
  'case.nothing-owed',
  'case.not-yet-due',
  'calendar.unpublished',
  'correction.empty',
  'correction.incomplete',
  'correction.reason-missing',
  'decision.reason-missing',
  'decision.basis-missing',
  'decision.ground-missing',
  'decision.ground-unknown',
  'decision.procedure-unknown',
  'extension.pending',
  'extension.none',
  'extension.own-request',
  'extension.too-late',
  'extension.exhausted',
  'extension.too-many-days',
  'extension.decline-reason-missing',
] as const;
export type CaseRefusalCode = (typeof caseRefusalCodes)[number];

export const ratingRefusalCodes = [
  'rating.not-finished',
  'rating.closed',
  'rating.unknown-level',
  'rating.unknown-tag',
  'rating.too-many-tags',
  'rating.impossible-trips',
  'rating.cause-without-trips',
] as const;
export type RatingRefusalCode = (typeof ratingRefusalCodes)[number];

/** Why an arrival is not written down, or not linked to a case. */
export const arrivalRefusalCodes = [
  'arrival.in-future',
  'arrival.too-late',
  'arrival.other-person',
  'arrival.linked-elsewhere',
] as const;
export type ArrivalRefusalCode = (typeof arrivalRefusalCodes)[number];

export const refusalCodes = [
  ...caseRefusalCodes,
  ...ratingRefusalCodes,
  ...arrivalRefusalCodes,
  ...materialIssueCodes,
  ...fieldIssueCodes,
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** Figures and names that a message about the refusal may show. */
export type IssueParams = Readonly<Record<string, string | number>>;

export interface Refusal {
  readonly code: RefusalCode;
  /** Key of the field, material or precondition that it concerns. */
  readonly field?: string | undefined;
  /** Of an answer in parts: which (`idNumber`), or which cell of a table (`0.amount`). */
  readonly part?: string | undefined;
  readonly params?: IssueParams | undefined;
}

export interface FieldIssue extends Refusal {
  readonly code: FieldIssueCode;
  readonly field: string;
}

export interface Refused {
  readonly ok: false;
  /** All of them, not the first. */
  readonly refusals: readonly Refusal[];
}

export function refused(...refusals: readonly Refusal[]): Refused {
  return { ok: false, refusals };
}
