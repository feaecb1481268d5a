import { z } from 'zod';
import * as words from '@yitang/domain/vocabulary';
import { CivilDate, Id, Instant, page, PageQuery, VisitReason } from './common.ts';
import { endpoint } from './endpoint.ts';
import { PeriodQuery } from './reform.ts';

const readers = ['reform-officer', 'machine-client'] as const;
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const count = z.number().int();
const code = z.string().max(40);

/** Decided cases by the trips that they took; unknown ones stand beside, never among them. */
export const TripDistribution = z
  .object({ unknown: count, '0': count, '1': count, '2': count, '3+': count })
  .meta({ id: 'TripDistribution' });

/** 实现率 as whole numbers: `onceOrLess` of `known`; the coverage is `known` of `finished`. */
export const TripRate = z
  .object({ onceOrLess: count, known: count, finished: count, isComputable: z.boolean() })
  .meta({ id: 'TripRate' });

const Cause = z.enum([...words.tripCauses, 'unstated']);
const CauseCount = z.object({ cause: Cause, cases: count });
const Definition = z.enum(words.visitDefinitions);

const period = {
  asOf: CivilDate,
  firstMonth: month,
  lastMonth: month,
  definition: Definition,
  countedAt: Instant,
  isDemo: z.boolean(),
};
const figures = {
  distribution: TripDistribution,
  /** Of the known cases, all trips together. */
  trips: count,
  /** Cases with more trips than the guide that they were submitted under declared. */
  over: count,
  disputed: count,
  kiosk: count,
};

export const TripMatterRow = z
  .object({
    code,
    name: z.string(),
    department: z.string(),
    /** 到办事现场次数 of the guide of that day; null: not stated, or no longer offered. */
    declared: count.nullable(),
    /** Promises 最多跑一次 and measurably doesn't keep it. */
    isBroken: z.boolean(),
    ...figures,
  })
  .meta({ id: 'TripMatterRow' });

export const TripOverview = z
  .object({
    ...period,
    /** Both definitions, whatever the page shows. */
    measured: z.object({ '2017': TripRate, '2019': TripRate }),
    /** 名义实现率: matters, not cases, and never mixed with what was measured. */
    nominal: z.object({ once: count, stated: count, matters: count }),
    /** By the number that the guide of the case declared. */
    declared: z.array(z.object({ declared: count.nullable(), distribution: TripDistribution, over: count })),
    /** Without an id: matters that are no longer offered. */
    departments: z.array(
      z.object({ id: Id.nullable(), name: z.string(), distribution: TripDistribution, over: count }),
    ),
    /** Matters with a decided case, most cases first. */
    matters: z.array(TripMatterRow),
    /** Codes, worst first: by the people affected. */
    broken: z.array(code),
    rule: z.object({ leastKnown: count, part: count, of: count }),
    causes: z.array(CauseCount),
    ...figures,
  })
  .meta({ id: 'TripOverview' });

const Mean = z.object({ trips: count, known: count });

export const TripMatter = TripMatterRow.extend({
  ...period,
  measured: z.object({ '2017': TripRate, '2019': TripRate }),
  months: z.array(z.object({ month, distribution: TripDistribution, over: count })),
  causes: z.array(CauseCount),
  rule: z.object({ leastKnown: count, part: count, of: count }),
  /** Before and after the version in which the declared number changed; null: it never did. */
  saved: z
    .object({
      changedOn: CivilDate,
      declaredBefore: count.nullable(),
      declaredAfter: count.nullable(),
      before: Mean,
      after: Mean,
      yearlyCases: count,
      basis: z.enum(['measured', 'estimated', 'unknown']),
      trips: count.nullable(),
    })
    .nullable(),
}).meta({ id: 'TripMatter' });

/** One decided case: numbers and trips, no names. */
export const TripCase = z
  .object({
    id: Id,
    number: z.string(),
    matter: z.object({ code, name: z.string() }),
    month,
    declared: count.nullable(),
    trips2017: count.nullable(),
    trips2019: count.nullable(),
    /** What the applicant said and what was recorded, by the definition of 2019; null: nothing. */
    answer: count.nullable(),
    recorded: count,
    isDisputed: z.boolean(),
    causes: z.array(z.enum(words.tripCauses)),
  })
  .meta({ id: 'TripCase' });

export const ArrivalHeat = z
  .object({
    asOf: CivilDate,
    firstMonth: month,
    lastMonth: month,
    countedAt: Instant,
    isDemo: z.boolean(),
    places: z.array(
      z.object({ key: z.string(), name: z.string(), kind: z.enum(['counter', 'department']), arrivals: count }),
    ),
    /** The one that is shown; null: all together. */
    place: z.string().nullable(),
    total: count,
    /** Hours of the table, first to last. */
    hours: z.array(count),
    /** `value` null: closed then, and nobody came; 0: open, and nobody came. `level` 0–5 as the legend names it. */
    cells: z.array(z.object({ weekday: count, hour: count, value: count.nullable(), level: count })),
    /** Largest value of each class, smallest class first. */
    bounds: z.array(count),
  })
  .meta({ id: 'ArrivalHeat' });

/** A visit that the hours of arrival count: where, when and what for, no names. */
export const ArrivalVisit = z
  .object({
    id: Id,
    startedAt: Instant,
    place: z.string(),
    kinds: z.array(z.enum(words.visitKinds)),
    reasons: z.array(VisitReason),
    /** Cases, and what was noted before there was one, each under its number. */
    served: z.array(
      z.object({
        kind: z.enum(['case', 'notice']),
        number: z.string(),
        matter: z.object({ code, name: z.string() }),
      }),
    ),
  })
  .meta({ id: 'ArrivalVisit' });

export const ArrivalVisits = page(ArrivalVisit)
  .extend({
    asOf: CivilDate,
    firstMonth: month,
    lastMonth: month,
    countedAt: Instant,
    isDemo: z.boolean(),
    /** null: everywhere. */
    place: z.object({ key: z.string(), name: z.string() }).nullable(),
  })
  .meta({ id: 'ArrivalVisits' });

const place = z.string().max(60).optional();
const TripQuery = PeriodQuery.extend({ definition: Definition.default('2019') });

export const tripEndpoints = {
  getTrips: endpoint({
    method: 'get',
    path: '/api/reform/trips',
    summary: '实现率 as measured by trips really made, with its coverage, beside the nominal one',
    access: readers,
    query: TripQuery,
    output: TripOverview,
  }),
  getMatterTrips: endpoint({
    method: 'get',
    path: '/api/reform/trips/{code}',
    summary: 'Trips of one matter: distribution, months, causes, trips saved in a year',
    access: readers,
    params: z.strictObject({ code }),
    query: TripQuery,
    output: TripMatter,
  }),
  listTripCases: endpoint({
    method: 'get',
    path: '/api/reform/trip-cases',
    summary: 'The cases behind a figure of trips: numbers and trips, no names; the newest month first',
    access: readers,
    query: TripQuery.extend({
      ...PageQuery.shape,
      code: code.optional(),
      show: z.enum(words.tripShows).default('all'),
      month: month.optional(),
      /** What the guide of the case declared; `none`: nothing. */
      declared: z
        .string()
        .regex(/^(none|\d{1,2})$/)
        .optional(),
      department: Id.optional(),
      cause: Cause.optional(),
    }),
    output: page(TripCase),
  }),
  getArrivals: endpoint({
    method: 'get',
    path: '/api/reform/arrivals',
    summary: 'Arrivals by weekday and hour, of one counter or department or of all',
    access: readers,
    query: PeriodQuery.extend({ place }),
    output: ArrivalHeat,
  }),
  listArrivalVisits: endpoint({
    method: 'get',
    path: '/api/reform/arrival-visits',
    summary: 'The visits behind a figure of the hours of arrival: numbers and matters, no names; the last one first',
    access: readers,
    query: PeriodQuery.extend({
      ...PageQuery.shape,
      place,
      /** Weekday (1 Monday … 7 Sunday) and hour, `1-09`; left out: the whole week. */
      cell: z
        .string()
        .regex(/^[1-7]-([01]\d|2[0-3])$/, { error: '请从到场时段表里点开一个时段。' })
        .optional(),
    }),
    output: ArrivalVisits,
  }),
};
