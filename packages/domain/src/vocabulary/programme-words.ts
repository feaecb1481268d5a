/** What a department is asked to do; a finding of an inspection is a task to put it right. */
export const reformTaskKinds = ['programme', 'inspection', 'finding'] as const;
export type ReformTaskKind = (typeof reformTaskKinds)[number];

/** Status of a task; the transitions are in programme/task.ts. */
export const reformTaskStatuses = [
  'open', // 待办
  'answered', // 已反馈，待审
  'returned', // 已退回
  'accepted', // 已通过
  'withdrawn', // 已撤销
] as const;
export type ReformTaskStatus = (typeof reformTaskStatuses)[number];

export const reformTaskActions = ['answer', 'return', 'accept', 'withdraw'] as const;
export type ReformTaskAction = (typeof reformTaskActions)[number];

/** Where a stage of the programme stands on a day. */
export const stageStates = ['ahead', 'current', 'overdue', 'done'] as const;
export type StageState = (typeof stageStates)[number];

/** Whose policy (政策依据) it is. */
export const policyLevels = ['national', 'provincial', 'university'] as const;
export type PolicyLevel = (typeof policyLevels)[number];

/** Status of a 专项督查. */
export const inspectionStatuses = ['open', 'closed'] as const;
export type InspectionStatus = (typeof inspectionStatuses)[number];

/** Status of a 追责 case; the transitions are in programme/accountability.ts. */
export const accountabilityStatuses = [
  'opened', // 已立案，待部门说明
  'replied', // 部门已说明，待处理
  'decided', // 已作出处理
  'closed', // 已办结
] as const;
export type AccountabilityStatus = (typeof accountabilityStatuses)[number];

export const accountabilityActions = ['reply', 'decide', 'close'] as const;
export type AccountabilityAction = (typeof accountabilityActions)[number];

/** What is decided of it. */
export const accountabilityMeasures = [
  'none', // 不予追责
  'remind', // 提醒谈话
  'order', // 责令整改
  'criticise', // 通报批评
  'refer', // 移送纪检监察
] as const;
export type AccountabilityMeasure = (typeof accountabilityMeasures)[number];

/** What the yearly score of a department is made of. */
export const scoreParts = ['tasks', 'targets', 'promise', 'ratings', 'filings'] as const;
export type ScorePart = (typeof scoreParts)[number];

/** Why something is not done to the programme, its tasks, inspections, scores or accountability cases. */
export const programmeRefusalCodes = [
  'stage.dates',
  'stage.done',
  'task.wrong-status',
  'task.past-due',
  'task.answer-missing',
  'task.reason-missing',
  'inspection.closed',
  'inspection.unfinished',
  'inspection.dates',
  'accountability.wrong-status',
  'accountability.not-a-finding',
  'accountability.already-open',
  'accountability.reply-missing',
  'accountability.reply-awaited',
  'accountability.measure-missing',
  'accountability.reason-missing',
  'score.weights',
  'score.year-running',
  'score.published',
  'score.nothing',
] as const;
export type ProgrammeRefusalCode = (typeof programmeRefusalCodes)[number];
