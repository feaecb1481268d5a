/** Status of a 小微权力 entry; the transitions are in power/power-lifecycle.ts. */
export const powerStatuses = [
  'entered', // 已录入，待梳理
  'kept', // 保留
  'handed-down', // 下放
  'merged', // 已合并
  'split', // 已拆分
  'cancelled', // 已取消
  'withdrawn', // 撤下: by its department before it was combed, or made by a decision that was undone
] as const;
export type PowerStatus = (typeof powerStatuses)[number];

/** What the reform office decides about entries (梳理). */
export const combingActions = ['keep', 'merge', 'split', 'hand-down', 'cancel'] as const;
export type CombingAction = (typeof combingActions)[number];

/** Status of what one department owes in a round. */
export const filingStatuses = ['open', 'filed', 'returned', 'accepted'] as const;
export type FilingStatus = (typeof filingStatuses)[number];

export const filingActions = ['submit', 'return', 'accept'] as const;
export type FilingAction = (typeof filingActions)[number];

export const roundStatuses = ['open', 'closed'] as const;
export type RoundStatus = (typeof roundStatuses)[number];

/** Where an edition stands: still to come, in force, replaced, or withdrawn before its day. */
export const editionStatuses = ['scheduled', 'in-force', 'replaced', 'withdrawn'] as const;
export type EditionStatus = (typeof editionStatuses)[number];

/** What became of an entry between two editions. */
export const powerChangeKinds = ['added', 'changed', 'merged', 'split', 'removed'] as const;
export type PowerChangeKind = (typeof powerChangeKinds)[number];

/** What two editions are compared by. */
export const powerFields = [
  'name',
  'basis',
  'department',
  'holder',
  'exercise',
  'audiences',
  'source',
  'risks',
] as const;
export type PowerField = (typeof powerFields)[number];

/** Why something is not done to entries, filings, rounds or editions. */
export const powerRefusalCodes = [
  'power.unknown',
  'power.wrong-status',
  'power.not-accepted',
  'power.no-basis',
  'power.no-document',
  'merge.too-few',
  'split.one-at-a-time',
  'split.too-few',
  'split.same-name',
  'decision.published',
  'decision.undone',
  'decision.built-upon',
  'round.closed',
  'round.not-begun',
  'round.dates',
  'round.past',
  'round.busy',
  'filing.wrong-status',
  'filing.empty',
  'filing.reason-missing',
  'edition.empty',
  'edition.unchanged',
  'edition.too-early',
  'edition.in-force',
  'edition.not-latest',
  'edition.withdrawn',
] as const;
export type PowerRefusalCode = (typeof powerRefusalCodes)[number];
