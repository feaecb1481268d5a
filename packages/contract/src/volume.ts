import { z } from 'zod';
import { Id, Instant, page, PageQuery, plainText } from './common.ts';
import { endpoint } from './endpoint.ts';
import { Issue } from './problem.ts';
import { PeriodQuery } from './reform.ts';
import { coverageShows } from './page-words.ts';

/** Offices report their own matters, the reform office all of them. */
const reporters = ['clerk', 'head', 'reform-officer'] as const;
const reform = ['reform-officer'] as const;
const count = z.number().int();
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: '月份请写成 2026-03。' });
export const SourceCode = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, { error: '代号用小写字母、数字和连字符，以字母开头，2 至 40 个字符。' });

export const VolumeSourceView = z
  .object({ code: z.string(), name: z.string(), note: z.string(), isMachine: z.boolean() })
  .meta({ id: 'VolumeSource' });

/** A figure of a report as it is typed: what is wrong with it is answered item by item. */
const ReportItem = z.strictObject({
  matter: z.string().max(40),
  month: z.string().max(20),
  cases: z.union([z.number(), z.string().max(20)]),
  evidence: z.string().max(500),
  source: z.string().max(40),
  /** Why a figure that stands is corrected. */
  reason: z.string().max(300).optional(),
});

const Conflict = z.object({ matter: z.string(), name: z.string(), month: z.string(), sources: z.array(z.string()) });

export const VolumeReport = z
  .object({
    isDryRun: z.boolean(),
    rows: count,
    recorded: count,
    corrected: count,
    unchanged: count,
    /** Months that another system, or our own counters, have too: the reform office chooses. */
    conflicts: z.array(Conflict),
    issues: z.array(Issue),
  })
  .meta({ id: 'VolumeReport' });

export const VolumeEntryRow = z
  .object({
    id: Id,
    matter: z.string(),
    name: z.string(),
    month: z.string(),
    source: z.string(),
    sourceName: z.string(),
    turn: count,
    cases: count,
    evidence: z.string(),
    reason: z.string().nullable(),
    reportedBy: z.string(),
    recordedAt: Instant,
    /** The last of its source for this month. */
    isStanding: z.boolean(),
  })
  .meta({ id: 'VolumeEntry' });

export const VolumeState = z.enum(['none', 'single', 'summed', 'chosen', 'open']).meta({ id: 'VolumeState' });

export const MonthVolume = z
  .object({
    month: z.string(),
    cases: count,
    state: VolumeState,
    figures: z.array(z.object({ source: z.string(), name: z.string(), cases: count, isUsed: z.boolean() })),
  })
  .meta({ id: 'MonthVolume' });

export const VolumeChoiceView = z.object({
  month: z.string().nullable(),
  take: z.string(),
  name: z.string(),
  reason: z.string(),
  chosenBy: z.string(),
  recordedAt: Instant,
});

export const MatterVolumes = z
  .object({
    code: z.string(),
    name: z.string(),
    department: z.string(),
    firstMonth: z.string(),
    lastMonth: z.string(),
    months: z.array(MonthVolume),
    total: count,
    choices: z.array(VolumeChoiceView),
    mayReport: z.boolean(),
    mayChoose: z.boolean(),
  })
  .meta({ id: 'MatterVolumes' });

export const CoverageCell = z.object({
  month: z.string(),
  state: z.enum(['complete', 'partial', 'missing', 'own', 'nothing']),
  reported: count,
  expected: count,
});
export const VolumeCoverage = z
  .object({
    asOf: z.string(),
    months: z.array(z.string()),
    rows: z.array(
      z.object({
        department: z.object({ id: z.string(), name: z.string() }),
        matters: count,
        cells: z.array(CoverageCell),
      }),
    ),
    missing: count,
    openMonths: count,
    mayChoose: z.boolean(),
    countedAt: Instant,
    /** Every case of the platform's own until then is counted. */
    ownUntil: Instant,
  })
  .meta({ id: 'VolumeCoverage' });

/** A matter of a department in a month: what is owed of it, and who reported it last. */
export const CoverageMatter = z
  .object({
    code: z.string(),
    name: z.string(),
    /** The first month and the last of which another system has reported it; null: none has. */
    since: z.string().nullable(),
    last: z.string().nullable(),
    /** What has reported it, by name. */
    sources: z.array(z.string()),
    reportedBy: z.string().nullable(),
    /** Cases of the month by our own counters. */
    own: count,
  })
  .meta({ id: 'CoverageMatter' });

export const CoverageMatters = page(CoverageMatter)
  .extend({
    month: z.string(),
    /** Whom to ask. */
    department: z.object({
      id: z.string(),
      name: z.string(),
      phone: z.string().nullable(),
      place: z.string().nullable(),
      heads: z.array(z.string()),
    }),
    counts: z.object({ owed: count, reported: count, unasked: count }),
    countedAt: Instant,
  })
  .meta({ id: 'CoverageMatters' });

export const OpenVolume = z
  .object({ matter: z.string(), name: z.string(), department: z.string(), month: MonthVolume })
  .meta({ id: 'OpenVolume' });

export const volumeEndpoints = {
  listVolumeSources: endpoint({
    method: 'get',
    path: '/api/reform/volume-sources',
    summary: 'The systems that report volumes',
    access: [...reporters, 'machine-client'],
    output: z.object({ items: z.array(VolumeSourceView), mayAdd: z.boolean() }),
  }),
  addVolumeSource: endpoint({
    method: 'post',
    path: '/api/reform/volume-sources',
    summary: 'Register a system that reports volumes, for people or for the machine client of that name',
    access: reform,
    body: z.strictObject({
      code: SourceCode,
      name: plainText(80, 2),
      note: plainText(300, 2),
      client: plainText(80, 0).optional(),
    }),
    status: 201,
    output: z.object({ code: z.string() }),
  }),
  reportVolumes: endpoint({
    method: 'post',
    path: '/api/reform/volumes',
    summary: 'Report cases of matters and months, all of it or nothing; the same figures again change nothing',
    access: [...reporters, 'machine-client'],
    body: z.strictObject({
      items: z.array(ReportItem).min(1, { error: '请至少报一行。' }).max(1_000, { error: '一次最多报 1000 行。' }),
      /** Figures equal to last year's are right. */
      isConfirmed: z.boolean().optional(),
    }),
    output: VolumeReport,
  }),
  importVolumes: endpoint({
    method: 'post',
    path: '/api/reform/volume-imports',
    summary: 'Report cases from CSV or Excel, again if need be; `dryRun=1` only checks',
    access: reporters,
    query: z.strictObject({ dryRun: z.enum(['0', '1']).default('1'), confirmed: z.enum(['0', '1']).default('0') }),
    upload: true,
    output: VolumeReport,
  }),
  markVolumes: endpoint({
    method: 'post',
    path: '/api/reform/volume-imports/marked',
    summary: 'The sheet that is sent, with what is wrong beside each row; nothing is recorded',
    access: reporters,
    upload: true,
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    output: z.unknown(),
  }),
  readVolumeTemplate: endpoint({
    method: 'get',
    path: '/api/reform/volume-template',
    summary: 'The table to fill in, with the matters that the caller reports and the year in its header',
    access: reporters,
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    output: z.unknown(),
  }),
  listVolumeEntries: endpoint({
    method: 'get',
    path: '/api/reform/volume-entries',
    summary: 'Entries within the reach of the caller, latest first: what stands behind a figure',
    access: reporters,
    query: PageQuery.extend({
      matter: z.string().max(40).optional(),
      month: Month.optional(),
      source: z.string().max(40).optional(),
      department: z.string().max(40).optional(),
    }),
    output: page(VolumeEntryRow),
  }),
  getVolumeCoverage: endpoint({
    method: 'get',
    path: '/api/reform/volume-coverage',
    summary: 'Which departments have reported which months; what is missing is unknown, not 0',
    access: reporters,
    query: PeriodQuery,
    output: VolumeCoverage,
  }),
  listCoverageMatters: endpoint({
    method: 'get',
    path: '/api/reform/volume-coverage/matters',
    summary: 'The matters of a department in a month: owed, reported, or not asked for; with whom to ask',
    access: reporters,
    query: PeriodQuery.extend({
      ...PageQuery.shape,
      department: Id,
      month: Month,
      show: z.enum(coverageShows).default('owed'),
    }),
    output: CoverageMatters,
  }),
  listOpenVolumes: endpoint({
    method: 'get',
    path: '/api/reform/volume-conflicts',
    summary: 'Matters and months in which several systems stand against each other and nobody has chosen',
    access: reporters,
    query: PeriodQuery,
    output: z.object({ asOf: z.string(), items: z.array(OpenVolume), mayChoose: z.boolean() }),
  }),
  getMatterVolumes: endpoint({
    method: 'get',
    path: '/api/reform/matters/{code}/volumes',
    summary: 'The cases of a matter by month and source, as they are known now or were known until an instant',
    access: reporters,
    params: z.strictObject({ code: z.string().max(40) }),
    query: PeriodQuery.extend({ recordedUntil: z.iso.date({ error: '请填写日期。' }).optional() }),
    output: MatterVolumes,
  }),
  chooseVolume: endpoint({
    method: 'post',
    path: '/api/reform/matters/{code}/volume-choices',
    summary: 'Choose which source counts for a month of a matter, or for all its months, with the reason',
    access: reform,
    params: z.strictObject({ code: z.string().max(40) }),
    body: z.strictObject({ month: Month.nullable(), take: z.string().min(1).max(40), reason: plainText(500, 4) }),
    status: 201,
    output: z.object({ id: Id }),
  }),
};
