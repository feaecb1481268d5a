/** What a matter has to keep for a target of the reform; the conditions stand in target/matter-checks.ts. */
export const matterChecks = ['once', 'online', 'full', 'mobile'] as const;
export type MatterCheck = (typeof matterChecks)[number];

/** Why a matter does not keep a check. */
export const checkFaults = [
  'visits-unknown', // 到现场次数待梳理
  'visits-many',
  'not-online',
  'link-dead',
  'depth-unknown',
  'depth-low',
  'depth-not-full',
  'visits-not-zero',
  'not-mobile',
] as const;
export type CheckFault = (typeof checkFaults)[number];

/** Over which matters a share is taken: all published ones, the frozen 高频事项 of a year, or those of the day. */
export const targetScopes = ['all', 'high-frequency-frozen', 'high-frequency-current'] as const;
export type TargetScope = (typeof targetScopes)[number];

/** 师生到部门办事: all four audiences, or teachers and students alone. */
export const targetAudiences = ['all', 'campus'] as const;
export type TargetAudience = (typeof targetAudiences)[number];

/** What a target of records asks for; `list-published` is read from the catalog, the others are entered with a receipt. */
export const targetRecords = ['list-published', 'task-force', 'matter-list', 'high-frequency-list'] as const;
export type TargetRecordKind = (typeof targetRecords)[number];
export const enteredRecords = [
  'task-force',
  'matter-list',
  'high-frequency-list',
] as const satisfies readonly TargetRecordKind[];
export type EnteredRecordKind = (typeof enteredRecords)[number];

/** 达成, 未达成, 不可计算. */
export const targetStates = ['met', 'missed', 'not-computable'] as const;
export type TargetState = (typeof targetStates)[number];

/** Why a target cannot be computed; never read as 0 or as 100 %. */
export const notComputableReasons = ['before-first-data', 'no-matters', 'no-cases', 'no-frozen-set'] as const;
export type NotComputableReason = (typeof notComputableReasons)[number];

/** 特殊要求 on its way: asked for, approved or refused, ended. */
export const exclusionStatuses = ['requested', 'approved', 'refused', 'ended'] as const;
export type ExclusionStatus = (typeof exclusionStatuses)[number];

/** What can be done to a 特殊要求. */
export const exclusionActions = ['approve', 'refuse', 'review', 'end'] as const;
export type ExclusionAction = (typeof exclusionActions)[number];

/** Why an act on a target or on a 特殊要求 is refused. */
export const targetRefusalCodes = [
  'target.key-taken',
  'target.threshold',
  'target.numerators',
  'target.same-numerator',
  'target.excludes-scope',
  'target.unchanged',
  'target.retired',
  'record.future',
  'exclusion.unknown-matter',
  'exclusion.open',
  'exclusion.status',
  'exclusion.own-request',
  'exclusion.review-past',
  'exclusion.review-far',
  'exclusion.note-missing',
] as const;
export type TargetRefusalCode = (typeof targetRefusalCodes)[number];

/** Behind the numbers of a target: numerator, the rest of the denominator, what was left out, the whole denominator. */
export const targetShows = ['members', 'non-members', 'excluded', 'all'] as const;
export type TargetShow = (typeof targetShows)[number];

/** Figures beside the targets; how each is counted stands in target/side-figures.ts. */
export const sideFigureKeys = [
  'once-by-volume',
  'instant',
  'faster',
  'online',
  'mobile',
  'full',
  'shared-materials',
] as const;
export type SideFigureKey = (typeof sideFigureKeys)[number];

/** Figures of matters that have a list: those beside the targets, and what guides declare (到办事现场次数). */
export const matterFigureKeys = [
  ...sideFigureKeys,
  'once',
  'visits-0',
  'visits-1',
  'visits-2',
  'visits-3',
  'visits-unknown',
  'contradictory',
  'unapproved',
] as const;
export type MatterFigureKey = (typeof matterFigureKeys)[number];

/** Of a figure: the matters that make its part, those of its whole that do not, and those that do not state it. */
export const matterFigureShows = ['part', 'rest', 'unknown'] as const;
export type MatterFigureShow = (typeof matterFigureShows)[number];
