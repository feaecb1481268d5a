import { z } from 'zod';
import * as words from '@yitang/domain/vocabulary';
import { CivilDate, Instant, page, PageQuery } from './common.ts';
import { endpoint } from './endpoint.ts';
import { TripSpread, ReformOverview } from './overview.ts';
import { ReductionSum } from './reduction.ts';
import { TargetDefinition, TargetOutcome } from './target.ts';

const count = z.number().int();
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: '请选择一个月份。' });
/** Too few people to be told where `null`. */
const shown = count.nullable();
const perTenThousand = z.object({ estimate: count, low: count, high: count });

/** A target with its definition and how it stands on the day; forecasts are not published. */
export const ResultTarget = z
  .object({ key: z.string(), definition: TargetDefinition.omit({ note: true }), outcome: TargetOutcome })
  .meta({ id: 'ResultTarget' });

/** 名义 and 实测 beside each other, each with its own whole, never added up. */
const ResultTrips = z.object({
  firstMonth: month,
  lastMonth: month,
  /** What the guides of the day declare, matter by matter. */
  declared: TripSpread,
  /** What finished cases really took, by each wording. */
  measured: z.array(
    z.object({
      definition: z.enum(words.visitDefinitions),
      finished: shown,
      known: shown,
      onceOrLess: shown,
      spread: z.object({ unknown: shown, '0': shown, '1': shown, '2': shown, '3+': shown }),
      isHidden: z.boolean(),
    }),
  ),
  /** Below it a number of cases is not told; below the other no share of one matter. */
  fewest: count,
  fewestOfMatter: count,
});

const ResultSet = z.object({
  number: count,
  year: count,
  firstMonth: month,
  lastMonth: month,
  total: count,
  volume: count,
  setSize: count,
  matters: count,
  frozenAt: Instant,
  digest: z.string(),
  keyId: z.string(),
});

const ResultSurvey = z.object({
  title: z.string(),
  agency: z.string(),
  firstDay: CivilDate,
  lastDay: CivilDate,
  closedOn: CivilDate,
  population: count,
  drawn: count,
  answered: count,
  /** Per ten thousand with the 95 % interval; null: not computable, or so few answers that they would tell who gave them. */
  once: perTenThousand.nullable(),
  satisfied: perTenThousand.nullable(),
  isHidden: z.boolean(),
});

/**
 * What the reform has reached on a day, for everybody. A frozen month is kept in this shape for ever: what is added to it
 * later has to be optional.
 */
export const ReformResults = z
  .object({
    university: z.string(),
    asOf: CivilDate,
    matters: count,
    targets: z.array(ResultTarget),
    trips: ResultTrips,
    /** The 高频事项目录 that was frozen last; null: none was. */
    highFrequency: ResultSet.nullable(),
    /** From the first day of the catalog to this one; null: that is the same day. */
    reduction: z.object({ from: CivilDate, to: CivilDate, sum: ReductionSum }).nullable(),
    /** The survey that ended last; null: none has. */
    survey: ResultSurvey.nullable(),
    countedAt: Instant,
    isDemo: z.boolean(),
  })
  .meta({ id: 'ReformResults' });

/** A matter behind the figures. */
export const ResultMatter = z
  .object({
    code: z.string(),
    name: z.string(),
    department: z.string(),
    /** Declared; null: not stated. */
    visits: count.nullable(),
    isOnline: z.boolean(),
    depth: count.nullable(),
    isMobile: z.boolean(),
    /** Whole per cent of its known cases with at most one trip; null: too few of them. */
    measuredShare: count.nullable(),
    /** No longer, or not yet, offered on that day. */
    isOffered: z.boolean(),
    /** Names of the figures that count it. */
    figures: z.array(z.string()),
  })
  .meta({ id: 'ResultMatter' });

/** A month that was frozen, with the signature of its figures checked anew. */
export const FrozenMonth = z
  .object({
    month,
    asOf: CivilDate,
    frozenAt: Instant,
    /** Not on its own day, as the server was away: it rests on what was known when it was frozen. */
    isLate: z.boolean(),
    digest: z.string(),
    keyId: z.string(),
    isGenuine: z.boolean(),
  })
  .meta({ id: 'FrozenMonth' });

const Months = z.array(z.object({ month, isLate: z.boolean() }));

export const ResultsView = z
  .object({
    results: ReformResults,
    /** null: counted just now. */
    frozen: FrozenMonth.nullable(),
    /** All that were frozen, latest first. */
    months: Months,
  })
  .meta({ id: 'ResultsView' });

export const OpenResults = ReformResults.extend({
  /** null: counted just now. */
  frozen: z.object({ month, frozenAt: Instant, isLate: z.boolean() }).nullable(),
  rows: z.array(ResultMatter),
}).meta({ id: 'OpenResults' });

const asked = z.strictObject({ month: month.optional() });
const params = z.strictObject({ month });
const readers = ['reform-officer', 'head', 'supervisor', 'machine-client'] as const;

export const resultsEndpoints = {
  getResults: endpoint({
    method: 'get',
    path: '/api/results',
    summary: 'What the reform has reached, for everybody: now, or as it was frozen for a month',
    access: 'public',
    query: asked,
    output: ResultsView,
  }),
  listResultMatters: endpoint({
    method: 'get',
    path: '/api/results/matters',
    summary: 'The matters behind a public figure, by code',
    access: 'public',
    query: PageQuery.extend({
      month: month.optional(),
      /** `target.KEY.NUMERATOR.members`, `declared.1`, `high-frequency` …, as `figures` of a matter name it. */
      figure: z.string().max(120),
    }),
    output: page(ResultMatter),
  }),
  getOpenResults: endpoint({
    method: 'get',
    path: '/api/open/results.json',
    summary: 'What the reform has reached, with the matters behind each figure, as JSON',
    access: 'public',
    query: asked,
    output: OpenResults,
  }),
  getOpenResultsCsv: endpoint({
    method: 'get',
    path: '/api/open/results.csv',
    summary: 'What the reform has reached, one figure a row, CSV in UTF-8',
    access: 'public',
    query: asked,
    file: 'text/csv; charset=utf-8',
    output: z.unknown(),
  }),
  getOpenResultMattersCsv: endpoint({
    method: 'get',
    path: '/api/open/results-matters.csv',
    summary: 'The matters behind the figures, with the figures that count each, CSV in UTF-8',
    access: 'public',
    query: asked,
    file: 'text/csv; charset=utf-8',
    output: z.unknown(),
  }),
  readResultsDocument: endpoint({
    method: 'get',
    path: '/api/open/results/{month}/document',
    summary: 'The public figures of a frozen month, to the byte as they were signed',
    access: 'public',
    params,
    file: 'application/json',
    output: z.unknown(),
  }),
  readResultsSignature: endpoint({
    method: 'get',
    path: '/api/open/results/{month}/signature',
    summary: 'The Ed25519 signature of the document, 64 bytes',
    access: 'public',
    params,
    file: 'application/octet-stream',
    output: z.unknown(),
  }),
  readResultsKey: endpoint({
    method: 'get',
    path: '/api/open/results/{month}/key',
    summary: 'The public key of the signature, PEM',
    access: 'public',
    params,
    file: 'application/x-pem-file',
    output: z.unknown(),
  }),
  listFrozenMonths: endpoint({
    method: 'get',
    path: '/api/reform/months',
    summary: 'The months of which the overview was frozen, latest first, and those that were missed',
    access: readers,
    output: z.object({
      items: Months,
      /** Over, not frozen on their own day nor since; earliest first. */
      missed: z.array(month),
      mayFreeze: z.boolean(),
    }),
  }),
  freezeMissedMonth: endpoint({
    method: 'post',
    path: '/api/reform/months',
    summary: 'Freeze a month that was missed on its own day: late, as it is known now, and for good',
    access: ['reform-officer'],
    body: z.strictObject({ month }),
    status: 201,
    output: z.object({ month }),
  }),
  getFrozenMonth: endpoint({
    method: 'get',
    path: '/api/reform/months/{month}',
    summary: 'The overview as it was frozen for a month',
    access: readers,
    params,
    output: z.object({ frozen: FrozenMonth, overview: ReformOverview }),
  }),
};
