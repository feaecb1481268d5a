import { z } from 'zod';
import * as words from '@yitang/domain/vocabulary';
import { CivilDate, Id, Instant, page, PageQuery, plainText } from './common.ts';
import { endpoint, noContent } from './endpoint.ts';

const reform = ['reform-officer'] as const;
const members = ['clerk', 'head', 'reform-officer', 'supervisor'] as const;
const answerers = ['clerk', 'head', 'reform-officer'] as const;
const judges = ['head', 'reform-officer', 'supervisor'] as const;
const id = z.strictObject({ id: Id });
const count = z.number().int();
const revision = count.min(0);
const Department = z.object({ id: z.string(), name: z.string() });
const departmentIds = z.array(z.string().max(40)).min(1, { error: '请至少选择一个部门。' }).max(200);
const targetKey = z.string().regex(/^[A-Za-z0-9._-]{1,40}$/, { error: '目标编号只能用字母、数字、点和连字符。' });

export const ReformTaskStatus = z.enum(words.reformTaskStatuses).meta({ id: 'ReformTaskStatus' });
export const ReformTaskKind = z.enum(words.reformTaskKinds).meta({ id: 'ReformTaskKind' });

export const ProgrammeStage = z
  .object({
    id: Id,
    title: z.string(),
    goal: z.string(),
    owner: z.string(),
    firstDay: CivilDate,
    lastDay: CivilDate,
    doneOn: CivilDate.nullable(),
    state: z.enum(words.stageStates),
    /** Keys of the targets that it serves. */
    targets: z.array(z.string()),
    tasks: count,
    accepted: count,
    overdue: count,
    revision,
  })
  .meta({ id: 'ProgrammeStage' });

const policy = {
  title: plainText(200, 2),
  /** 文号; empty: it has none. */
  number: plainText(80, 0),
  issuedOn: CivilDate.nullable(),
  level: z.enum(words.policyLevels, { error: '请选择层级。' }),
  /** Where its text can be read. */
  address: z
    .url({ protocol: /^https?$/, error: '请填写以 http:// 或 https:// 开头的完整网址。' })
    .max(500)
    .nullable(),
  isPublic: z.boolean(),
};
/** 政策依据. */
export const ReformPolicy = z.object({ id: Id, ...policy, revision }).meta({ id: 'ReformPolicy' });

export const ReformTask = z
  .object({
    id: Id,
    kind: ReformTaskKind,
    title: z.string(),
    department: Department,
    dueOn: CivilDate,
    status: ReformTaskStatus,
    isOverdue: z.boolean(),
    isLate: z.boolean(),
    firstAnsweredOn: CivilDate.nullable(),
    revision,
  })
  .meta({ id: 'ReformTask' });

const Step = z.object({ at: Instant, by: z.string(), action: z.string(), text: z.string().nullable() });
const TaskFile = z.object({ id: Id, name: z.string(), size: count });

export const ReformTaskView = ReformTask.extend({
  demand: z.string(),
  stage: z.object({ id: Id, title: z.string() }).nullable(),
  inspection: z.object({ id: Id, title: z.string() }).nullable(),
  target: z.string().nullable(),
  steps: z.array(Step),
  files: z.array(TaskFile),
  accountabilityId: Id.nullable(),
  availableActions: z.array(z.enum([...words.reformTaskActions, 'attach', 'hold-to-account'])),
}).meta({ id: 'ReformTaskView' });

export const Inspection = z
  .object({
    id: Id,
    title: z.string(),
    basis: z.string(),
    firstDay: CivilDate,
    lastDay: CivilDate,
    status: z.enum(words.inspectionStatuses),
    tasks: count,
    accepted: count,
    findings: count,
    openFindings: count,
  })
  .meta({ id: 'Inspection' });

export const AccountabilityRow = z
  .object({
    id: Id,
    title: z.string(),
    department: Department,
    status: z.enum(words.accountabilityStatuses),
    measure: z.enum(words.accountabilityMeasures).nullable(),
    replyBy: CivilDate,
    openedAt: Instant,
  })
  .meta({ id: 'AccountabilityRow' });

export const AccountabilityView = AccountabilityRow.extend({
  task: z.object({ id: Id, title: z.string() }),
  entries: z.array(Step),
  revision,
  availableActions: z.array(z.enum(words.accountabilityActions)),
}).meta({ id: 'AccountabilityView' });

const weight = count.min(0).max(100);
export const ScoreWeights = z
  .strictObject({ tasks: weight, targets: weight, promise: weight, ratings: weight, filings: weight })
  .meta({ id: 'ScoreWeights' });

export const ScoreFormula = z
  .object({ version: count, weights: ScoreWeights, reason: z.string(), at: Instant, by: z.string() })
  .meta({ id: 'ScoreFormula' });

export const DepartmentScore = z
  .object({
    department: Department,
    /** 8750: 87.50 points; null: nothing could be judged. */
    total: count.nullable(),
    judgedWeight: count,
    parts: z.array(
      z.object({
        part: z.enum(words.scoreParts),
        weight: count,
        good: count,
        all: count,
        /** Per ten thousand; null: not computable, left out. */
        share: count.nullable(),
      }),
    ),
  })
  .meta({ id: 'DepartmentScore' });

export const ScoreEvidence = z
  .object({
    ...{ part: z.enum(words.scoreParts), name: z.string(), href: z.string().nullable(), good: count, all: count },
    lacking: z
      .array(z.object({ code: z.string(), name: z.string() }))
      .meta({ description: 'Matters for whose sake it is not all' }),
  })
  .meta({ id: 'ScoreEvidence' });

const year = z.strictObject({ year: z.coerce.number().int().min(2_000).max(2_100) });

export const programmeEndpoints = {
  getProgramme: endpoint({
    method: 'get',
    path: '/api/reform/programme',
    summary: '时间表: the stages of the programme with what the caller may see of their tasks',
    access: members,
    output: z.object({
      stages: z.array(ProgrammeStage),
      departments: z.array(Department),
      policies: z.array(ReformPolicy),
      mayManage: z.boolean(),
    }),
  }),
  saveProgrammeStage: endpoint({
    method: 'post',
    path: '/api/reform/programme/stages',
    summary: 'Add a stage, or change one that is not done',
    access: reform,
    isIdempotent: true,
    body: z.strictObject({
      id: Id.nullable(),
      title: plainText(100, 2),
      goal: plainText(500, 2),
      owner: plainText(100, 2),
      firstDay: CivilDate,
      lastDay: CivilDate,
      targets: z.array(targetKey).max(20),
      revision,
    }),
    output: z.object({ id: Id, revision }),
  }),
  finishProgrammeStage: endpoint({
    method: 'post',
    path: '/api/reform/programme/stages/{id}/finish',
    summary: 'Say that a stage is done',
    access: reform,
    params: id,
    body: z.strictObject({ revision }),
    status: 204,
    output: noContent,
  }),
  saveReformPolicy: endpoint({
    method: 'post',
    path: '/api/reform/programme/policies',
    summary: 'Add a policy (政策依据), or change one; it is on the page for everybody while it is public',
    access: reform,
    isIdempotent: true,
    body: z.strictObject({ id: Id.nullable(), ...policy, revision }),
    output: z.object({ id: Id, revision }),
  }),
  getProgress: endpoint({
    method: 'get',
    path: '/api/progress',
    summary: 'How far the reform is, for everybody: stages with their dates, states and targets, and the policies',
    access: 'public',
    output: z.object({
      today: CivilDate,
      stages: z.array(
        ProgrammeStage.pick({
          ...{ title: true, goal: true, firstDay: true, lastDay: true, doneOn: true, state: true, targets: true },
        }),
      ),
      policies: z.array(ReformPolicy.omit({ isPublic: true, revision: true })),
    }),
  }),
  listReformTasks: endpoint({
    method: 'get',
    path: '/api/reform/tasks',
    summary: '任务书: tasks within the reach of the caller, by due day',
    access: members,
    query: PageQuery.extend({
      status: ReformTaskStatus.optional(),
      kind: ReformTaskKind.optional(),
      department: z.string().max(40).optional(),
      stage: Id.optional(),
      inspection: Id.optional(),
      overdue: z.enum(['1']).optional(),
    }),
    output: page(ReformTask),
  }),
  giveReformTasks: endpoint({
    method: 'post',
    path: '/api/reform/tasks',
    summary: 'Give a task to departments, one each; a finding of an inspection is a task to put it right',
    access: reform,
    isIdempotent: true,
    body: z.strictObject({
      stageId: Id.nullable(),
      inspectionId: Id.nullable(),
      title: plainText(100, 2),
      demand: plainText(1_000, 2),
      dueOn: CivilDate,
      target: targetKey.nullable(),
      departmentIds,
    }),
    status: 201,
    output: z.object({ ids: z.array(Id) }),
  }),
  getReformTask: endpoint({
    method: 'get',
    path: '/api/reform/tasks/{id}',
    summary: 'A task with its history and its files',
    access: members,
    params: id,
    output: ReformTaskView,
  }),
  actOnReformTask: endpoint({
    method: 'post',
    path: '/api/reform/tasks/{id}/actions',
    summary: 'Answer a task, return or accept the answer, or withdraw the task',
    access: answerers,
    params: id,
    body: z.strictObject({ action: z.enum(words.reformTaskActions), revision, text: plainText(2_000).nullable() }),
    output: z.object({ status: ReformTaskStatus, revision }),
  }),
  attachReformTaskFile: endpoint({
    method: 'post',
    path: '/api/reform/tasks/{id}/files',
    summary: 'Add a file as evidence while the task is with its department',
    access: answerers,
    params: id,
    upload: true,
    status: 201,
    output: TaskFile,
  }),
  readReformTaskFile: endpoint({
    method: 'get',
    path: '/api/reform/tasks/{id}/files/{fileId}',
    summary: 'A file of a task',
    access: members,
    params: z.strictObject({ id: Id, fileId: Id }),
    file: 'application/octet-stream',
    output: z.unknown(),
  }),
  listInspections: endpoint({
    method: 'get',
    path: '/api/reform/inspections',
    summary: '专项督查: inspections, latest first; a department sees those that it was asked in',
    access: members,
    output: z.object({ items: z.array(Inspection), mayOpen: z.boolean() }),
  }),
  openInspection: endpoint({
    method: 'post',
    path: '/api/reform/inspections',
    summary: 'Begin an inspection: each department is asked to look at itself and to report',
    access: reform,
    isIdempotent: true,
    body: z.strictObject({
      title: plainText(100, 2),
      basis: plainText(300, 2),
      demand: plainText(1_000, 2),
      firstDay: CivilDate,
      lastDay: CivilDate,
      departmentIds,
    }),
    status: 201,
    output: z.object({ id: Id }),
  }),
  getInspection: endpoint({
    method: 'get',
    path: '/api/reform/inspections/{id}',
    summary: 'An inspection with its tasks and findings within the reach of the caller',
    access: members,
    params: id,
    output: Inspection.extend({ items: z.array(ReformTask), mayManage: z.boolean() }),
  }),
  closeInspection: endpoint({
    method: 'post',
    path: '/api/reform/inspections/{id}/close',
    summary: 'Close an inspection all of whose tasks and findings have ended',
    access: reform,
    params: id,
    status: 204,
    output: noContent,
  }),
  listAccountability: endpoint({
    method: 'get',
    path: '/api/reform/accountability',
    summary: '追责: cases within the reach of the caller, latest first',
    access: judges,
    output: z.object({ items: z.array(AccountabilityRow) }),
  }),
  openAccountability: endpoint({
    method: 'post',
    path: '/api/reform/accountability',
    summary: 'Hold a department to account for a finding',
    access: reform,
    isIdempotent: true,
    body: z.strictObject({ taskId: Id, facts: plainText(2_000, 2), replyBy: CivilDate }),
    status: 201,
    output: z.object({ id: Id }),
  }),
  getAccountability: endpoint({
    method: 'get',
    path: '/api/reform/accountability/{id}',
    summary: 'A case with its whole history; the read is audited',
    access: judges,
    params: id,
    output: AccountabilityView,
  }),
  actOnAccountability: endpoint({
    method: 'post',
    path: '/api/reform/accountability/{id}/actions',
    summary: 'Reply as the department, decide, or close',
    access: ['head', 'reform-officer'],
    params: id,
    body: z.strictObject({
      action: z.enum(words.accountabilityActions),
      text: plainText(2_000).nullable(),
      measure: z.enum(words.accountabilityMeasures).nullable(),
      revision,
    }),
    output: z.object({ status: z.enum(words.accountabilityStatuses), revision }),
  }),
  getScores: endpoint({
    method: 'get',
    path: '/api/reform/scores/{year}',
    summary: 'Scores of departments for a year; heads see their own once it is published',
    access: judges,
    params: year,
    output: z.object({
      year: count,
      formula: ScoreFormula,
      formulas: z.array(ScoreFormula),
      state: z.enum(['none', 'computing', 'computed', 'published']),
      computedAt: Instant.nullable(),
      publishedAt: Instant.nullable(),
      rows: z.array(DepartmentScore),
      mayManage: z.boolean(),
      /** A year is scored once it is over. */
      isOver: z.boolean(),
    }),
  }),
  getScoreEvidence: endpoint({
    method: 'get',
    path: '/api/reform/scores/{year}/departments/{departmentId}',
    summary: 'The score of a department with the list behind each part',
    access: judges,
    params: year.extend({ departmentId: z.string().max(40) }),
    output: DepartmentScore.extend({ year: count, formulaVersion: count, evidence: z.array(ScoreEvidence) }),
  }),
  saveScoreFormula: endpoint({
    method: 'post',
    path: '/api/reform/score-formulas',
    summary: 'A new version of the weights, with the reason',
    access: reform,
    body: z.strictObject({ weights: ScoreWeights, reason: plainText(300, 2) }),
    status: 201,
    output: z.object({ version: count }),
  }),
  computeScores: endpoint({
    method: 'post',
    path: '/api/reform/scores/{year}/compute',
    summary:
      'Compute the scores of a year by the newest formula, in the background; again while they are not published',
    access: reform,
    params: year,
    status: 202,
    output: noContent,
  }),
  publishScores: endpoint({
    method: 'post',
    path: '/api/reform/scores/{year}/publish',
    summary: 'Publish the scores of a year to the heads; they are not computed again',
    access: reform,
    params: year,
    status: 204,
    output: noContent,
  }),
};
