/** GB/T 39046-2020 A.5 plus the kiosk. */
export const channels = ['counter', 'online', 'mobile', 'post', 'kiosk', 'other'] as const;
export type Channel = (typeof channels)[number];

/** 学生类别 and 教职工类别 inside an audience; a matter that names none serves all of it. */
export const audienceGroups = [
  'undergraduate',
  'postgraduate',
  'international',
  'academic',
  'administrative',
  'support',
  'retired',
] as const;
export type AudienceGroup = (typeof audienceGroups)[number];

/** In what a rule states its limit. What we promise is always counted in working days. */
export const limitUnits = ['workdays', 'calendar-days', 'hours'] as const;
export type LimitUnit = (typeof limitUnits)[number];

/** What can be sent by post: isMailMaterial, isMailResult. */
export const postedParts = ['materials', 'result'] as const;
export type PostedPart = (typeof postedParts)[number];

/** 来源渠道 of a material: 10 申请人自备, 20 政府部门核发, 99 其他. */
export const materialSources = ['10', '20', '99'] as const;
export type MaterialSource = (typeof materialSources)[number];

/** GB/T 39046-2020 A.6: 1 即办件, 2 承诺件, 9 其他. */
export const projectTypes = ['instant', 'promised', 'other'] as const;
export type ProjectType = (typeof projectTypes)[number];

/** 网办深度 as Zhejiang counts it: 4 = 全程网办 and so no visit. */
export const onlineDepths = [1, 2, 3, 4] as const;
export type OnlineDepth = (typeof onlineDepths)[number];

/** Where a required datum comes from; exactly one for each material. */
export const sourceModes = ['shared', 'own', 'applicant'] as const;
export type SourceMode = (typeof sourceModes)[number];

/** 必要性: 1 必要, 2 非必要, 3 容缺后补. */
export const necessities = ['required', 'optional', 'tolerable'] as const;
export type Necessity = (typeof necessities)[number];

export const resultDeliveries = ['counter', 'post', 'electronic', 'kiosk', 'locker'] as const;
export type ResultDelivery = (typeof resultDeliveries)[number];

/** 主题: by the stage of life on campus and by what it is about. */
export const lifeEvents = ['enrolment', 'studying', 'graduation', 'joining', 'working', 'leaving', 'visiting'] as const;
export type LifeEvent = (typeof lifeEvents)[number];

/** 事项类型, GB/T 39046-2020 A.1; on campus these four. */
export const taskTypes = ['20', '07', '05', '10'] as const;
export type TaskType = (typeof taskTypes)[number];

/** 权力来源: by law or rule at this level, or handed down, authorised or entrusted by another body. */
export const powerSources = [
  'own',
  'handed-down',
  'authorised-above',
  'authorised-same',
  'entrusted-above',
  'entrusted-same',
] as const;
export type PowerSource = (typeof powerSources)[number];

/** 行使层级 on campus. */
export const useLevels = ['university', 'college'] as const;
export type UseLevel = (typeof useLevels)[number];

/** 实施主体性质, GB/T 39046-2020 A.3: 1 法定机关, 2 授权组织, 3 受委托组织, 9 其他. */
export const bodyNatures = ['1', '2', '3', '9'] as const;
export type BodyNature = (typeof bodyNatures)[number];

/** 审查类型: 即审即办, 前审后批. */
export const reviewTypes = ['at-once', 'review-then-decide'] as const;
export type ReviewType = (typeof reviewTypes)[number];

/** 通办范围 on campus: the applicant's own campus only, or any. */
export const handleAreas = ['one-campus', 'all-campuses'] as const;
export type HandleArea = (typeof handleAreas)[number];

/** 特别程序, GB/T 39046-2020 A.7: 1 延长审批, 2 除延长审批之外. */
export const specialProcedureKinds = ['extension', 'other'] as const;
export type SpecialProcedureKind = (typeof specialProcedureKinds)[number];

/** 出证办结, 出文办结, 审批办结 and no paper at all. */
export const resultKinds = ['licence', 'document', 'other', 'none'] as const;
export type ResultKind = (typeof resultKinds)[number];

/** 特殊要求的事项: why a matter is left out of the targets of 2019. */
export const exclusionReasons = [
  'law-requires-presence',
  'inspection-or-interview',
  'secret',
  'outside-body-decides',
  'other',
] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

/** What a draft of the catalog does to its matter. */
export const draftOperations = ['add', 'change', 'retire'] as const;
export type DraftOperation = (typeof draftOperations)[number];

/** Status of a draft, in the order of its life; the transitions are in catalog/draft-lifecycle.ts. */
export const draftStatuses = [
  'editing', // 草稿
  'department-check', // 部门核对
  'legal-review', // 合法性审查
  'reform-review', // 改革办审核
  'ready', // 待发布: in no batch yet, or in one that is planned
  'scheduled', // in a batch that takes effect on a day to come
  'published', // 已发布
  'abandoned', // 已放弃
] as const;
export type DraftStatus = (typeof draftStatuses)[number];

export const draftActions = [
  'submit',
  'confirm',
  'approve-legality',
  'approve',
  'return',
  'reopen',
  'keep-cases', // 在办件按原版本办完
  'schedule',
  'unschedule',
  'publish',
  'abandon',
] as const;
export type DraftAction = (typeof draftActions)[number];

/** What the impacts of the drafts of a batch are added up in. */
export const batchFigures = [
  'running',
  'stranded',
  'materials-more',
  'materials-fewer',
  'trips-more',
  'trips-fewer',
  'targets-met',
  'targets-lost',
] as const;
export type BatchFigure = (typeof batchFigures)[number];

/** Status of a batch (批次). */
export const batchStatuses = ['planned', 'scheduled', 'published', 'withdrawn'] as const;
export type BatchStatus = (typeof batchStatuses)[number];
