import { z } from 'zod';
import * as words from '@yitang/domain/vocabulary';
import { Audience, CivilDate, Id, Instant, page, PageQuery, plainText } from './common.ts';
import { FiledIn } from './filing.ts';
import { endpoint, noContent } from './endpoint.ts';

const readers = ['reform-officer', 'machine-client'] as const;
const reform = ['reform-officer'] as const;
const count = z.number().int();

export const TargetKey = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/, { error: '目标编号只能用字母、数字和连字符，最多 40 个字符。' });
const key = z.strictObject({ key: TargetKey });
const part = z.coerce
  .number({ error: '请填写整数。' })
  .int({ error: '请填写整数。' })
  .min(1, { error: '请填写 1 到 10000 的整数。' })
  .max(10_000, { error: '请填写 1 到 10000 的整数。' });

const Requires = z.array(z.enum(words.matterChecks)).min(1, { error: '请至少选择一项要求。' }).max(4);
const Share = z.strictObject({
  kind: z.literal('share'),
  scope: z.enum(words.targetScopes),
  excludesSpecial: z.boolean(),
  numerators: z
    .array(z.strictObject({ key: z.string().regex(/^[a-z][a-z0-9-]{0,19}$/), requires: Requires }))
    .min(1)
    .max(2),
  threshold: z.strictObject({ num: part, den: part }),
});
const Records = z.strictObject({
  kind: z.literal('records'),
  requires: z.array(z.enum(words.targetRecords)).min(1, { error: '请至少选择一项材料。' }).max(4),
});

const Reading = {
  audience: z.enum(words.targetAudiences),
  trips: z.enum(['2017', '2019']),
  depth: z.union([z.literal(2), z.literal(3)]),
};

/** A target as it is entered; the threshold is an exact fraction. */
export const TargetDefinition = z
  .strictObject({
    title: plainText(100, 2),
    demand: plainText(1_000, 2),
    source: plainText(200, 2),
    measure: z.discriminatedUnion('kind', [Share, Records]),
    policyOn: CivilDate.nullable(),
    localOn: CivilDate,
    note: plainText(500, 0),
    ...Reading,
  })
  .meta({ id: 'TargetDefinition' });

/** How a target stands on one day. Where it is not computable there are no figures to show, which is not 0 and not 100 %. */
export const TargetOutcome = z
  .object({
    on: CivilDate,
    /** On a day to come: what it will be if the planned batches take effect. */
    isForecast: z.boolean(),
    state: z.enum(words.targetStates),
    reason: z.enum(words.notComputableReasons).nullable(),
    denominator: count,
    excluded: count,
    numerators: z.array(z.object({ key: z.string(), requires: Requires, count, state: z.enum(words.targetStates) })),
    records: z.array(
      z.object({
        kind: z.enum(words.targetRecords),
        isThere: z.boolean(),
        /** Since when, and the number of the batch that made it; a month that was frozen before does not say. */
        evidence: z.object({ on: CivilDate, batch: count.nullable() }).nullish(),
      }),
    ),
  })
  .meta({ id: 'TargetOutcome' });

export const TargetRow = z
  .object({
    key: z.string(),
    version: count,
    isRetired: z.boolean(),
    definition: TargetDefinition,
    outcome: TargetOutcome,
    /** On the day of the university's programme: what was, or what is to be expected. */
    onLocalDay: TargetOutcome,
    /** The same when batches that are planned without a day take effect by then; null: nothing else would change. */
    withUndated: TargetOutcome.nullable(),
  })
  .meta({ id: 'TargetRow' });

const figure = { part: count, whole: count, unknown: count };
const Side = z.object({ key: z.enum(words.sideFigureKeys), ...figure });

export const TargetBoard = z
  .object({
    asOf: CivilDate,
    today: CivilDate,
    firstDay: CivilDate.nullable(),
    matters: count,
    /** Months over which volumes are counted; null before the first data. */
    period: z.object({ first: z.string(), last: z.string(), total: count }).nullable(),
    targets: z.array(TargetRow),
    side: z.array(Side),
    /** Matters that need somebody's look, by why. */
    warnings: z.object({ unknownVisits: count, contradictions: count, unapproved: count, overdue: count }),
    planned: z.array(z.object({ id: Id, title: z.string(), on: CivilDate.nullable(), changes: count })),
    /** Packages in which the targets were filed by that day. */
    filings: z.array(FiledIn),
    countedAt: Instant,
    isDemo: z.boolean(),
  })
  .meta({ id: 'TargetBoard' });

export const TargetMatterRow = z
  .object({
    code: z.string(),
    name: z.string(),
    department: z.string(),
    audiences: z.array(Audience),
    volume: count,
    visits: count.nullable(),
    isOnline: z.boolean(),
    depth: count.nullable(),
    isMobile: z.boolean(),
    faults: z.array(z.enum(words.checkFaults)),
    /** Declared as one trip at most, but handed in and collected at a counter. */
    isContradiction: z.boolean(),
    exclusion: z
      .object({ reason: z.enum(words.exclusionReasons), evidence: z.string(), reviewOn: CivilDate })
      .nullable(),
  })
  .meta({ id: 'TargetMatterRow' });

/** A matter and what it adds to a figure: matters, cases, working days or materials. */
const FigureMatterRow = TargetMatterRow.extend({ part: count, whole: count }).meta({ id: 'FigureMatterRow' });
export const FigureMatters = page(FigureMatterRow).extend({
  asOf: CivilDate,
  figure: z.object(figure),
  /** Matters in each list. */
  counts: z.object({ part: count, rest: count, unknown: count }),
  countedAt: Instant,
  isDemo: z.boolean(),
});

const WayStep = z.object({
  code: z.string(),
  name: z.string(),
  faults: z.array(z.enum(words.checkFaults)),
  volume: count,
  saves: count.nullable(),
  /** As the address of a what-if writes them. */
  steps: z.array(z.string()),
});

export const TargetView = TargetRow.extend({
  today: CivilDate,
  /** The same target read in other ways, each beside the default. */
  variants: z.array(
    z.object({
      differs: z.enum(['trips', 'audience', 'depth', 'scope', 'special']),
      value: z.string(),
      outcome: TargetOutcome,
    }),
  ),
  ways: z.object({ size: count, easiest: z.array(WayStep), mostSaving: z.array(WayStep) }).nullable(),
  versions: z.array(
    z.object({
      version: count,
      title: z.string(),
      localOn: CivilDate,
      isRetired: z.boolean(),
      reason: z.string(),
      recordedAt: Instant,
      recordedBy: z.string(),
    }),
  ),
  records: z.array(
    z.object({
      id: Id,
      kind: z.enum(words.enteredRecords),
      madeOn: CivilDate,
      title: z.string(),
      receipt: z.string(),
      recordedBy: z.string(),
      /** The package (备案材料) that was filed with this number of its receipt. */
      filingId: Id.nullable(),
    }),
  ),
  /** Packages in which it was filed by that day. */
  filings: z.array(FiledIn),
  isDemo: z.boolean(),
}).meta({ id: 'TargetView' });

const WhatIfMatter = z.object({
  code: z.string(),
  name: z.string(),
  department: z.string(),
  volume: count,
  steps: z.array(z.string()),
  before: z.object({ visits: count.nullable(), isOnline: z.boolean(), depth: count.nullable(), isMobile: z.boolean() }),
  after: z.object({ visits: count.nullable(), isOnline: z.boolean(), depth: count.nullable(), isMobile: z.boolean() }),
  /** Those that the applicant supplies, dropped ones among them. */
  materials: z.array(z.object({ key: z.string(), name: z.string(), isDropped: z.boolean() })),
  savedTrips: count.nullable(),
  /** Whether it is estimated from trips that cases really took, or from declared ones. */
  basis: z.enum(['measured', 'declared', 'unknown']),
  /** Cases of a year whose trips are known, none under another declared number, and these trips together. */
  known: count,
  tripsKnown: count,
  savedPapers: count,
});

export const WhatIf = z
  .object({
    on: CivilDate,
    targets: z.array(
      z.object({
        key: z.string(),
        title: z.string(),
        threshold: z.object({ num: count, den: count }),
        before: TargetOutcome,
        after: TargetOutcome,
      }),
    ),
    matters: z.array(WhatIfMatter),
    savedTrips: count,
    savedPapers: count,
    /** Changed matters of which it is estimated from trips that were really made. */
    measuredSavings: count,
    /** Changed matters whose trips are not stated before or after. */
    unknownSavings: count,
    /** What the address says and nobody can act on, with why. */
    ignored: z.array(z.object({ text: z.string(), message: z.string() })),
    found: z.array(z.object({ code: z.string(), name: z.string(), department: z.string(), visits: count.nullable() })),
    isDemo: z.boolean(),
  })
  .meta({ id: 'WhatIf' });

export const WhatIfMatters = page(TargetMatterRow)
  .extend({ target: z.object({ key: z.string(), title: z.string() }), outcome: TargetOutcome, isDemo: z.boolean() })
  .meta({ id: 'WhatIfMatters' });

/** `CODE~online`, `CODE~full`, `CODE~mobile`, `CODE~deliver`, `CODE~drop~KEY`, `CODE~visits~1`. */
const steps = z.array(z.string().max(120)).max(500).default([]);

const asOf = CivilDate.optional();
const revision = z.number().int().min(0);
const reason = plainText(500, 2);

export const targetEndpoints = {
  getTargets: endpoint({
    method: 'get',
    path: '/api/reform/targets',
    summary: 'All targets on a day: numerator, denominator, threshold, state, and what is to be expected',
    access: readers,
    query: z.strictObject({ asOf }),
    output: TargetBoard,
  }),
  createTarget: endpoint({
    method: 'post',
    path: '/api/reform/targets',
    summary: 'Add a target of the university or of another document',
    access: reform,
    body: z.strictObject({ key: TargetKey, definition: TargetDefinition }),
    status: 201,
    output: z.object({ key: z.string() }),
  }),
  getTarget: endpoint({
    method: 'get',
    path: '/api/reform/targets/{key}',
    summary: 'A target with its versions, other readings, the shortest way to it and its records',
    access: readers,
    params: key,
    query: z.strictObject({ asOf }),
    output: TargetView,
  }),
  changeTarget: endpoint({
    method: 'put',
    path: '/api/reform/targets/{key}',
    summary: 'Write the next version of a target, with the reason; a retired one is taken up again by it',
    access: reform,
    params: key,
    body: z.strictObject({ version: revision, definition: TargetDefinition, reason }),
    output: z.object({ version: count }),
  }),
  retireTarget: endpoint({
    method: 'post',
    path: '/api/reform/targets/{key}/retire',
    summary: 'Take a target out of the programme; its versions stay',
    access: reform,
    params: key,
    body: z.strictObject({ version: revision, reason }),
    output: z.object({ version: count }),
  }),
  listTargetMatters: endpoint({
    method: 'get',
    path: '/api/reform/targets/{key}/matters',
    summary: 'The matters behind a number of a target, by code',
    access: readers,
    params: key,
    query: PageQuery.extend({
      asOf,
      show: z.enum(words.targetShows).default('non-members'),
      numerator: z.string().max(20).optional(),
      /** Another reading, as a variant of the target has it: what is left out stays as the target says. */
      trips: Reading.trips.optional(),
      audience: Reading.audience.optional(),
      depth: z.enum(['2', '3']).optional(),
      scope: z.enum(words.targetScopes).optional(),
      special: z.literal('all').optional(),
    }),
    output: page(TargetMatterRow),
  }),
  listFigureMatters: endpoint({
    method: 'get',
    path: '/api/reform/matter-figures/{figure}',
    summary: 'A figure beside the targets, or of what guides declare, with the matters that it is made of, by code',
    access: readers,
    params: z.strictObject({ figure: z.enum(words.matterFigureKeys) }),
    query: PageQuery.extend({ asOf, show: z.enum(words.matterFigureShows).default('part') }),
    output: FigureMatters,
  }),
  addTargetRecord: endpoint({
    method: 'post',
    path: '/api/reform/target-records',
    summary: 'Enter what was handed in to the office above, with its receipt',
    access: reform,
    isIdempotent: true,
    body: z.strictObject({
      kind: z.enum(words.enteredRecords, { error: '请选择材料。' }),
      madeOn: CivilDate,
      title: plainText(200, 2),
      receipt: plainText(200, 2),
    }),
    status: 201,
    output: z.object({ id: Id }),
  }),
  withdrawTargetRecord: endpoint({
    method: 'post',
    path: '/api/reform/target-records/{id}/withdraw',
    summary: 'Take back a record that was entered by mistake',
    access: reform,
    params: z.strictObject({ id: Id }),
    status: 204,
    output: noContent,
  }),
  getWhatIf: endpoint({
    method: 'get',
    path: '/api/reform/what-if',
    summary: 'Every target and the trips saved if some matters were changed',
    access: reform,
    query: z.strictObject({
      do: steps,
      /** Matters that are in it without a change yet. */
      matter: z.array(z.string().max(40)).max(200).default([]),
      q: z.string().max(50).default(''),
    }),
    output: WhatIf,
  }),
  listWhatIfMatters: endpoint({
    method: 'get',
    path: '/api/reform/what-if/matters',
    summary: 'The matters behind a number that a target would have if some matters were changed, by code',
    access: reform,
    query: PageQuery.extend({
      do: steps,
      target: z.string().max(40),
      show: z.enum(words.targetShows).default('non-members'),
      numerator: z.string().max(20).optional(),
    }),
    output: WhatIfMatters,
  }),
  exportTargetCsv: endpoint({
    method: 'get',
    path: '/api/reform/target-evidence.csv',
    summary: 'Every matter of a day with what the targets look at, as CSV',
    access: readers,
    query: z.strictObject({ asOf }),
    file: 'text/csv',
    output: z.unknown(),
  }),
  exportTargetXlsx: endpoint({
    method: 'get',
    path: '/api/reform/target-evidence.xlsx',
    summary: 'Every matter of a day with what the targets look at, as Excel',
    access: readers,
    query: z.strictObject({ asOf }),
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    output: z.unknown(),
  }),
};
