/** Status of a filing package (备案材料); the transitions are in filing/package-lifecycle.ts. */
export const packageStatuses = [
  'assembling', // 生成中
  'failed', // 生成失败
  'cancelled', // 已取消
  'draft', // 草稿
  'frozen', // 已定稿
  'sent', // 已报送
  'filed', // 已备案: the receipt is here
  'returned', // 被退回
] as const;
export type PackageStatus = (typeof packageStatuses)[number];

export const packageActions = ['finish', 'fail', 'cancel', 'freeze', 'send', 'receive', 'return'] as const;
export type PackageAction = (typeof packageActions)[number];

/** How it went to the province. */
export const sendingWays = ['online', 'email', 'post', 'in-person'] as const;
export type SendingWay = (typeof sendingWays)[number];

/** What is missing in a package, or should be looked at. */
export const packageGapCodes = [
  'decree.missing',
  'decree.no-file',
  'catalog.empty',
  'set.missing',
  'set.not-frozen',
  'set.not-computable',
  'targets.none',
  'target.not-computable',
  'volume.conflict',
  'exclusion.not-approved',
  'exclusion.review-overdue',
  'volume.months-missing',
  'matter.visits-unknown',
  'matter.no-phone',
] as const;
export type PackageGapCode = (typeof packageGapCodes)[number];

/** Why a step of a package is not taken. */
export const packageRefusalCodes = [
  'package.wrong-status',
  'package.gaps',
  'sending.before-freezing',
  'sending.future',
  'receipt.before-sending',
  'receipt.future',
  'return.before-sending',
  'return.future',
] as const;
export type PackageRefusalCode = (typeof packageRefusalCodes)[number];

/** The parts of a package, in the order of its papers. */
export const packageParts = ['cover', 'decree', 'catalog', 'frequency', 'targets', 'exclusions', 'coverage'] as const;
export type PackagePart = (typeof packageParts)[number];
