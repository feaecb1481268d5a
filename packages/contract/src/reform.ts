import { z } from 'zod';
import { Audience, CivilDate, Instant, PageQuery, page, Id, CaseStatus } from './common.ts';
import { endpoint } from './endpoint.ts';

const readers = ['reform-officer', 'machine-client'] as const;
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** Complete months that end on or before a day: 12 of them unless said otherwise. */
export const PeriodQuery = z.strictObject({
  asOf: CivilDate.optional(),
  months: z.coerce.number().int().min(1).max(36).default(12),
});

export const HighFrequencyRow = z.object({
  rank: z.number().int(),
  code: z.string(),
  name: z.string(),
  department: z.string(),
  volume: z.number().int(),
  /** Per ten thousand of the total. */
  share: z.number().int(),
  cumulative: z.number().int(),
  cumulativeShare: z.number().int(),
  isHighFrequency: z.boolean(),
  isBoundary: z.boolean(),
  isTied: z.boolean(),
  visitsOnSite: z.number().int().nullable(),
  /** As the targets say of it on the day. */
  isOnline: z.boolean(),
  isInstant: z.boolean(),
  /** Of the volume, what our own counters counted, what other systems reported, and what came from matters taken over. */
  own: z.number().int(),
  reported: z.number().int(),
  inherited: z.number().int(),
  /** Of the volume, what came as a part of a 一件事; below 0 for the 一件事, whose cases count for its components. */
  joint: z.number().int(),
  /** Months in which several systems stand against each other and nobody has chosen. */
  openMonths: z.number().int(),
});

/** Which months and matters are ranked, and how a 一件事 counts (left out: by component). */
export const SetQuery = PeriodQuery.extend({
  audience: Audience.optional(),
  instant: z.enum(['with', 'without']).optional(),
  joint: z.enum(['components', 'as-one']).optional(),
});

const Side = z.object({ total: z.number().int(), setSize: z.number().int(), matters: z.number().int() });

/** A matter whose cases are in no set: it is no more and has no successor, or is suspended. */
export const LeftOutMatter = z
  .object({
    code: z.string(),
    name: z.string(),
    department: z.string(),
    volume: z.number().int(),
    why: z.enum(['retired', 'paused']),
  })
  .meta({ id: 'LeftOutMatter' });

export const HighFrequencySet = z
  .object({
    asOf: CivilDate,
    firstMonth: month,
    lastMonth: month,
    total: z.number().int(),
    setSize: z.number().int(),
    matters: z.number().int(),
    /** Nothing can be computed from no cases. */
    isComputable: z.boolean(),
    /** Why there is none; null: there is a set. */
    whyNot: z.enum(['no-cases', 'no-matters', 'before-data']).nullable(),
    /** The first month of which anything is known, where the period begins before it. */
    knownSince: month.nullable(),
    /** Cases of retired matters without a successor; not in the total. */
    retired: z.number().int(),
    /** Cases of matters that are paused that day; neither these nor the matters are in the set. */
    paused: z.number().int(),
    /** The matters of these two sums that had cases, most first. */
    leftOut: z.array(LeftOutMatter),
    openMonths: z.number().int(),
    /** With and without 即办件, 一件事 by component (`all`, `withoutInstant`) or as one, whichever of them the rows are. */
    sides: z.object({ all: Side, withoutInstant: Side, asOne: Side, asOneWithoutInstant: Side }),
    countedAt: Instant,
    isDemo: z.boolean(),
    rows: z.array(HighFrequencyRow),
  })
  .meta({ id: 'HighFrequencySet' });

export const reformEndpoints = {
  getHighFrequencySet: endpoint({
    method: 'get',
    path: '/api/reform/high-frequency',
    summary: '高频事项: the smallest set of matters that reaches 80 % of the accepted cases of 12 full months',
    access: readers,
    query: SetQuery,
    output: HighFrequencySet,
  }),
  getMatterVolume: endpoint({
    method: 'get',
    path: '/api/reform/matters/{code}/volume',
    summary: 'Accepted cases of a matter month by month',
    access: readers,
    params: z.strictObject({ code: z.string().max(40) }),
    query: PeriodQuery,
    output: z.object({
      code: z.string(),
      name: z.string(),
      months: z.array(z.object({ month, volume: z.number().int() })),
    }),
  }),
  listMatterCases: endpoint({
    method: 'get',
    path: '/api/reform/matters/{code}/cases',
    summary: 'The cases behind a figure, without names',
    access: readers,
    params: z.strictObject({ code: z.string().max(40) }),
    query: PageQuery.extend({ asOf: CivilDate.optional(), month }),
    output: page(
      z.object({
        id: Id,
        number: z.string(),
        status: CaseStatus,
        acceptedAt: Instant.nullable(),
        /** Working days by which the promise was lengthened; 0: it was not. */
        extendedDays: z.number().int(),
      }),
    ),
  }),
};
