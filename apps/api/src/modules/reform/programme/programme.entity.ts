import type { ScoredPart, ScoreWeights } from '@yitang/domain/programme';
import type {
  AccountabilityMeasure,
  AccountabilityStatus,
  InspectionStatus,
  PolicyLevel,
  ReformTaskKind,
  ReformTaskStatus,
  ScorePart,
} from '@yitang/domain/vocabulary';
import { defineEntity, p } from '@mikro-orm/sql';

/** A stage of the programme (时间表). Its state is read from the dates. */
const ProgrammeStageSchema = defineEntity({
  name: 'ProgrammeStage',
  tableName: 'programme_stages',
  properties: {
    id: p.string().length(36).primary(),
    title: p.string().length(100),
    goal: p.string().length(500),
    owner: p.string().length(100),
    firstDay: p.string().length(10),
    lastDay: p.string().length(10),
    doneOn: p.string().length(10).nullable(),
    /** Keys of the targets that it serves; the targets are definitions of their own. */
    targets: p.json<readonly string[]>(),
    revision: p.integer(),
    updatedAt: p.datetime(3),
    updatedBy: p.string().length(120),
  },
});
export class ProgrammeStage extends ProgrammeStageSchema.class {}
ProgrammeStageSchema.setClass(ProgrammeStage);

/** A policy (政策依据) that the reform follows. It stays when it is public no more. */
const ReformPolicySchema = defineEntity({
  name: 'ReformPolicy',
  tableName: 'reform_policies',
  properties: {
    id: p.string().length(36).primary(),
    title: p.string().length(200),
    /** 文号; empty: it has none. */
    number: p.string().length(80),
    issuedOn: p.string().length(10).nullable(),
    level: p.string().$type<PolicyLevel>().length(12),
    /** Where its text can be read. */
    address: p.string().length(500).nullable(),
    isPublic: p.boolean(),
    revision: p.integer(),
    updatedAt: p.datetime(3),
    updatedBy: p.string().length(120),
  },
});
export class ReformPolicy extends ReformPolicySchema.class {}
ReformPolicySchema.setClass(ReformPolicy);

/** What one department is asked to do: by the programme, by an inspection, or to put a finding right. */
const ReformTaskSchema = defineEntity({
  name: 'ReformTask',
  tableName: 'reform_tasks',
  indexes: [
    { name: 'reform_tasks_due', properties: ['dueOn', 'id'] },
    { name: 'reform_tasks_department', properties: ['departmentId', 'dueOn', 'id'] },
    { name: 'reform_tasks_inspection', properties: ['inspectionId'] },
  ],
  properties: {
    id: p.string().length(36).primary(),
    kind: p.string().$type<ReformTaskKind>().length(12),
    stageId: p.string().length(36).nullable(),
    inspectionId: p.string().length(36).nullable(),
    departmentId: p.string().length(36),
    title: p.string().length(100),
    demand: p.string().length(1000),
    target: p.string().length(40).nullable(),
    dueOn: p.string().length(10),
    status: p.string().$type<ReformTaskStatus>().length(12),
    /** Whether it was in time is read from it. */
    firstAnsweredOn: p.string().length(10).nullable(),
    revision: p.integer(),
    createdAt: p.datetime(3),
  },
});
export class ReformTask extends ReformTaskSchema.class {}
ReformTaskSchema.setClass(ReformTask);

/** What happened to a task, in order; rows are only added. */
const ReformTaskStepSchema = defineEntity({
  name: 'ReformTaskStep',
  tableName: 'reform_task_steps',
  properties: {
    taskId: p.string().length(36).primary(),
    seq: p.integer().primary().autoincrement(false),
    action: p.string().length(12),
    text: p.string().length(2000).nullable(),
    at: p.datetime(3),
    by: p.string().length(120),
  },
});
export class ReformTaskStep extends ReformTaskStepSchema.class {}
ReformTaskStepSchema.setClass(ReformTaskStep);

/** Evidence. The bytes are a blob. */
const ReformTaskFileSchema = defineEntity({
  name: 'ReformTaskFile',
  tableName: 'reform_task_files',
  indexes: [{ name: 'reform_task_files_task', properties: ['taskId'] }],
  properties: {
    id: p.string().length(36).primary(),
    taskId: p.string().length(36),
    name: p.string().length(130),
    type: p.string().$type<'pdf' | 'jpg' | 'png'>().length(3),
    size: p.integer(),
    blobId: p.string().length(36),
    createdAt: p.datetime(3),
  },
});
export class ReformTaskFile extends ReformTaskFileSchema.class {}
ReformTaskFileSchema.setClass(ReformTaskFile);

/** A 专项督查: the tasks of its departments and its findings are tasks that name it. */
const InspectionSchema = defineEntity({
  name: 'Inspection',
  tableName: 'inspections',
  properties: {
    id: p.string().length(36).primary(),
    title: p.string().length(100),
    basis: p.string().length(300),
    firstDay: p.string().length(10),
    lastDay: p.string().length(10),
    status: p.string().$type<InspectionStatus>().length(8),
    createdAt: p.datetime(3),
    createdBy: p.string().length(120),
  },
});
export class Inspection extends InspectionSchema.class {}
InspectionSchema.setClass(Inspection);

/** A 追责 case; of each finding there is one at most. */
const AccountabilitySchema = defineEntity({
  name: 'Accountability',
  tableName: 'accountability_cases',
  uniques: [{ name: 'accountability_cases_task', properties: ['taskId'] }],
  properties: {
    id: p.string().length(36).primary(),
    taskId: p.string().length(36),
    departmentId: p.string().length(36),
    title: p.string().length(100),
    status: p.string().$type<AccountabilityStatus>().length(10),
    measure: p.string().$type<AccountabilityMeasure>().length(10).nullable(),
    replyBy: p.string().length(10),
    revision: p.integer(),
    openedAt: p.datetime(3),
  },
});
export class Accountability extends AccountabilitySchema.class {}
AccountabilitySchema.setClass(Accountability);

/** Its history; rows are only added. */
const AccountabilityEntrySchema = defineEntity({
  name: 'AccountabilityEntry',
  tableName: 'accountability_entries',
  properties: {
    caseId: p.string().length(36).primary(),
    seq: p.integer().primary().autoincrement(false),
    action: p.string().length(10),
    text: p.string().length(2000),
    at: p.datetime(3),
    by: p.string().length(120),
  },
});
export class AccountabilityEntry extends AccountabilityEntrySchema.class {}
AccountabilityEntrySchema.setClass(AccountabilityEntry);

/** The weights of the yearly score; a change is a new version. */
const ScoreFormulaSchema = defineEntity({
  name: 'ScoreFormula',
  tableName: 'score_formulas',
  properties: {
    version: p.integer().primary().autoincrement(false),
    weights: p.json<ScoreWeights>(),
    reason: p.string().length(300),
    at: p.datetime(3),
    by: p.string().length(120),
  },
});
export class ScoreFormula extends ScoreFormulaSchema.class {}
ScoreFormulaSchema.setClass(ScoreFormula);

/** The scoring of a year: by which formula, and whether it is public to the heads. */
const ScoreYearSchema = defineEntity({
  name: 'ScoreYear',
  tableName: 'score_years',
  properties: {
    year: p.integer().primary().autoincrement(false),
    formulaVersion: p.integer(),
    orderedAt: p.datetime(3),
    computedAt: p.datetime(3).nullable(),
    publishedAt: p.datetime(3).nullable(),
  },
});
export class ScoreYear extends ScoreYearSchema.class {}
ScoreYearSchema.setClass(ScoreYear);

/** One thing that a part of a score was judged by, as it stood then. */
export interface Evidence {
  readonly part: ScorePart;
  readonly name: string;
  readonly href: string | null;
  readonly good: number;
  readonly all: number;
  /** Matters for whose sake it is not all; scores of before they were noted have none. */
  readonly lacking?: readonly { readonly code: string; readonly name: string }[];
}

const DepartmentScoreSchema = defineEntity({
  name: 'DepartmentScore',
  tableName: 'department_scores',
  properties: {
    year: p.integer().primary().autoincrement(false),
    departmentId: p.string().length(36).primary(),
    total: p.integer().nullable(),
    judgedWeight: p.integer(),
    parts: p.json<readonly ScoredPart[]>(),
    evidence: p.json<readonly Evidence[]>(),
  },
});
export class DepartmentScore extends DepartmentScoreSchema.class {}
DepartmentScoreSchema.setClass(DepartmentScore);
