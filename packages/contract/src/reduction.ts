import { z } from 'zod';
import * as words from '@yitang/domain/vocabulary';
import { CivilDate, Id, Instant, plainText } from './common.ts';
import { endpoint } from './endpoint.ts';

const readers = ['head', 'reform-officer'] as const;
const code = z.strictObject({ code: z.string().max(40) });
const int = z.number().int();

export const BurdenMeasure = z.enum(words.burdenMeasures).meta({ id: 'BurdenMeasure' });
export const AddedService = z.enum(words.addedServices).meta({ id: 'AddedService' });

/** What the public is told that a version changed for people: whatever moved, either way. */
export const PublicChange = z
  .object({
    measures: z.array(z.object({ measure: BurdenMeasure, before: int, after: int })),
    addedServices: z.array(AddedService),
    becameInstant: z.boolean(),
  })
  .meta({ id: 'PublicChange' });

const counts = z.object({
  materials: int.nullable(),
  steps: int.nullable(),
  days: int.nullable(),
  visits: int.nullable(),
  levels: int.nullable(),
  preconditions: int.nullable(),
});

export const MeasureChange = z.object({
  measure: BurdenMeasure,
  before: int.nullable(),
  after: int.nullable(),
  /** Negative where it got better; null unless both days are known. */
  change: int.nullable(),
  /** The figure before comes from paper, not from a version. */
  isFromPaper: z.boolean(),
});

export const ReductionSum = z
  .object({
    matters: int,
    lighter: int,
    heavier: int,
    measures: z.array(
      z.object({
        measure: BurdenMeasure,
        before: int,
        after: int,
        known: int,
        unknown: int,
        lighter: int,
        heavier: int,
      }),
    ),
    instant: z.object({ before: int, after: int, known: int }),
    services: z.array(z.object({ service: AddedService, matters: int })),
  })
  .meta({ id: 'ReductionSum' });

export const ReductionRow = z
  .object({
    code: z.string(),
    name: z.string(),
    department: z.string(),
    /** `compared`, or why there is nothing to compare. */
    standing: z.enum(['compared', 'new', 'merged', 'retired']),
    measures: z.array(MeasureChange),
    addedServices: z.array(AddedService),
    becameInstant: z.boolean().nullable(),
    successor: z.object({ code: z.string(), name: z.string() }).nullable(),
  })
  .meta({ id: 'ReductionRow' });

export const ReductionView = z
  .object({
    from: CivilDate,
    to: CivilDate,
    today: CivilDate,
    /** First day of the first batch; before it only figures on paper are known. null: nothing was ever published. */
    firstDay: CivilDate.nullable(),
    countedAt: Instant,
    isDemo: z.boolean(),
    /** Matters in force on each day, and what became of those in between. */
    matters: z.object({ before: int, after: int, added: int, merged: int, retired: int }),
    /** Of the chosen department, or of all in reach. */
    total: ReductionSum,
    /** Matters that came by a service, each counted once. */
    served: int,
    departments: z.array(z.object({ id: Id, name: z.string(), sum: ReductionSum })),
    items: z.array(ReductionRow),
    next: z.string().optional(),
  })
  .meta({ id: 'ReductionView' });

export const MatterReduction = z
  .object({
    from: CivilDate,
    to: CivilDate,
    row: ReductionRow,
    materials: z
      .object({
        kept: z.array(z.string()),
        dropped: z.array(z.string()),
        nowShared: z.array(z.string()),
        nowOwn: z.array(z.string()),
        added: z.array(z.string()),
      })
      .nullable(),
    removedServices: z.array(AddedService),
    /** Versions in force on the two days. */
    versions: z.object({ before: int.nullable(), after: int.nullable() }),
    /** Figures on paper, latest entry first; one that was replaced stays. */
    baselines: z.array(
      z.object({
        id: Id,
        onDay: CivilDate,
        counts,
        evidence: z.string(),
        reason: z.string().nullable(),
        isReplaced: z.boolean(),
        recordedAt: Instant,
        recordedBy: z.string(),
      }),
    ),
    mayRecord: z.boolean(),
  })
  .meta({ id: 'MatterReduction' });

const days = {
  from: CivilDate.optional(),
  to: CivilDate.optional(),
};
const filters = {
  department: z.string().max(40).optional(),
  measure: BurdenMeasure.optional(),
  show: z.enum(words.reductionShows).default('all'),
  /** Of those with new services, the ones that came by this one. */
  service: AddedService.optional(),
};
const figure = z
  .number({ error: '请填写整数。' })
  .int({ error: '请填写整数。' })
  .min(0, { error: '不能小于 0。' })
  .max(999, { error: '数字过大，请核对。' })
  .nullable();

export const BaselineImport = z
  .object({
    isDryRun: z.boolean(),
    rows: int,
    created: int,
    unchanged: int,
    issues: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })),
  })
  .meta({ id: 'BaselineImport' });

export const reductionEndpoints = {
  getReduction: endpoint({
    method: 'get',
    path: '/api/reform/reduction',
    summary:
      '减材料、减环节、减时间、减跑动: what matters ask of people on two days, in total, by department and one by one',
    access: readers,
    query: z.strictObject({
      ...days,
      ...filters,
      after: z.string().max(40).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: ReductionView,
  }),
  exportReductionCsv: endpoint({
    method: 'get',
    path: '/api/reform/reduction.csv',
    summary: 'The list of matters before and after as CSV',
    access: readers,
    query: z.strictObject({ ...days, ...filters }),
    file: 'text/csv',
    output: z.unknown(),
  }),
  exportReductionXlsx: endpoint({
    method: 'get',
    path: '/api/reform/reduction.xlsx',
    summary: 'The list of matters before and after, and the sums of the departments, as an Excel workbook',
    access: readers,
    query: z.strictObject({ ...days, ...filters }),
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    output: z.unknown(),
  }),
  getMatterReduction: endpoint({
    method: 'get',
    path: '/api/reform/reduction/{code}',
    summary: 'One matter on two days: each measure, what became of each material, and its figures on paper',
    access: readers,
    params: code,
    query: z.strictObject(days),
    output: MatterReduction,
  }),
  recordBaseline: endpoint({
    method: 'post',
    path: '/api/reform/reduction/{code}/baselines',
    summary:
      'Enter what a matter asked of people before it was in the catalog, with evidence; entries are never edited',
    access: readers,
    isIdempotent: true,
    params: code,
    body: z.strictObject({
      onDay: CivilDate,
      counts: z.strictObject({
        materials: figure,
        steps: figure,
        days: figure,
        visits: figure,
        levels: figure,
        preconditions: figure,
      }),
      evidence: plainText(500, 0),
      /** Needed where it replaces an entry of the same day. */
      reason: plainText(300).nullable(),
    }),
    status: 201,
    output: z.object({ id: Id }),
  }),
  importBaselines: endpoint({
    method: 'post',
    path: '/api/reform/baseline-imports',
    summary: 'Enter figures on paper for many matters from CSV or Excel; `dryRun=1` only checks',
    access: readers,
    query: z.strictObject({ dryRun: z.enum(['0', '1']).default('1') }),
    upload: true,
    output: BaselineImport,
  }),
};
