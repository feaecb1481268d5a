/** Status of a case, in the order of its life; the transitions are in case/case-lifecycle.ts. */
export const caseStatuses = [
  'submitted', // 收件: received, not yet accepted
  'correcting', // 补正中: the applicant owes one list of corrections
  'handling', // 办理中: accepted, the promised clock runs
  'suspended', // 特别程序: the clock stands on a named ground
  'approved', // 办结: decided in favour, result made
  'declined', // 不予批准
  'delivered', // 送达: the result is with the applicant
  'refused', // 不予受理
  'withdrawn', // 申请人撤回
  'expired', // 补正超时退件
  'voided', // 作废: the business itself was invalid
  'removed', // 删除: entered by mistake
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

export const caseActions = [
  'accept',
  'accept-tolerantly',
  'deem-accepted',
  'request-correction',
  'supply-correction',
  'expire-correction',
  'refuse',
  'pass',
  'approve',
  'decline',
  'suspend',
  'resume',
  'request-extension',
  'extend',
  'approve-extension',
  'decline-extension',
  'deliver',
  'withdraw',
  'void',
  'remove',
] as const;
export type CaseAction = (typeof caseActions)[number];

export const acceptanceKinds = ['full', 'tolerant', 'deemed'] as const;
export type AcceptanceKind = (typeof acceptanceKinds)[number];

/** What a stretch of a case's time was spent on. */
export const intervalKinds = ['intake', 'stage', 'correction', 'suspension', 'delivery'] as const;
export type IntervalKind = (typeof intervalKinds)[number];

/** Handbook kinds of a visit: the first three are trips to a department, the last two are shown apart. */
export const visitKinds = ['counter', 'office', 'collection', 'kiosk', 'locker'] as const;
export type VisitKind = (typeof visitKinds)[number];

/**
 * Two wordings of 最多跑一次, both real. 2017: from acceptance until the result is made, so without collecting it.
 * 2019 (浙江省保障"最多跑一次"改革规定): from application until the result is received.
 */
export const visitDefinitions = ['2017', '2019'] as const;
export type VisitDefinition = (typeof visitDefinitions)[number];

/** What people came for, or what they met with. */
export const visitReasons = [
  'submit',
  'asked',
  'turned-away',
  'missing-material',
  'system',
  'office-closed',
  'several-stamps',
  'collection',
  'other',
] as const;
export type VisitReason = (typeof visitReasons)[number];

/** Why more than one trip was needed (多跑原因), as applicants are asked and staff note it. */
export const tripCauses = [
  'missing-material',
  'system',
  'office-closed',
  'several-stamps',
  'collection',
  'other',
] as const;
export type TripCause = (typeof tripCauses)[number];

/** Decided cases behind a figure of trips: a number is that many trips, `twice` two or more, `once` none or one. */
export const tripShows = [
  'all',
  'twice',
  'over',
  'disputed',
  'unknown',
  'known',
  'once',
  'kiosk',
  '0',
  '1',
  '2',
  '3+',
] as const;
export type TripShow = (typeof tripShows)[number];

/** GB/T 39046-2020 A.8: 1 非常满意 … 5 非常不满意. */
export const ratingLevels = [1, 2, 3, 4, 5] as const;
export type RatingLevel = (typeof ratingLevels)[number];
