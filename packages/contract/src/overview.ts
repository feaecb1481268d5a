import { z } from 'zod';
import { CivilDate, Instant, page, PageQuery } from './common.ts';
import { endpoint } from './endpoint.ts';
import { PeriodQuery } from './reform.ts';
import { TargetOutcome, TargetRow } from './target.ts';

const count = z.number().int();
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** Decided cases whose trips are known, of all; without a known one there is no rate, which is neither 0 nor 100 %. */
export const MeasuredTrips = z.object({ onceOrLess: count, known: count, finished: count });

/** Cases, or matters, by how many trips; `unknown` is never none. */
export const TripSpread = z.object({ unknown: count, '0': count, '1': count, '2': count, '3+': count });

/** A month of a matter. `null`: nobody has reported anything, which is not 0. Class 0 is nothing, 5 the most. */
export const HeatCell = z.object({ cases: count.nullable(), class: count });

export const VolumeHeat = z.object({
  months: z.array(month),
  /** Largest value of each class that there is, smallest class first. */
  bounds: z.array(count),
  rows: z.array(z.object({ code: z.string(), name: z.string(), cells: z.array(HeatCell) })),
  /** All other matters together, month by month; they have no class. */
  rest: z.object({ matters: count, cases: z.array(count) }),
});

export const DepartmentFigures = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  matters: count,
  cases: count,
  /** Matters that declare one trip at most, and those that are open on the net. */
  once: count,
  online: count,
  measured: MeasuredTrips,
  /** Cases with more trips than their guide declared. */
  over: count,
});

/** A target; what is to be expected on a day to come stands in no frozen month. */
export const OverviewTarget = TargetRow.extend({ onLocalDay: TargetOutcome.nullable() }).meta({ id: 'OverviewTarget' });

export const ReformOverview = z
  .object({
    asOf: CivilDate,
    firstMonth: month,
    lastMonth: month,
    matters: count,
    total: count,
    setSize: count,
    isComputable: z.boolean(),
    targets: z.array(OverviewTarget),
    /** 名义: what guides declare, matter by matter. */
    declared: TripSpread,
    /** 实测: what finished cases really took, by each wording. */
    measured: z.array(z.object({ definition: z.enum(['2019', '2017']), spread: TripSpread, rate: MeasuredTrips })),
    heat: VolumeHeat,
    departments: z.array(DepartmentFigures),
    countedAt: Instant,
    isDemo: z.boolean(),
  })
  .meta({ id: 'ReformOverview' });

/** A matter of the line of all others. */
export const HeatRestMatter = z
  .object({
    code: z.string(),
    name: z.string(),
    department: z.string(),
    /** Of the month that was asked for, or of all of them; null: nobody has reported anything. */
    cases: count.nullable(),
  })
  .meta({ id: 'HeatRestMatter' });

export const HeatRest = page(HeatRestMatter)
  .extend({
    asOf: CivilDate,
    firstMonth: month,
    lastMonth: month,
    /** null: all of them. */
    month: month.nullable(),
    /** Of all pages together. */
    matters: count,
    cases: count,
    countedAt: Instant,
    isDemo: z.boolean(),
  })
  .meta({ id: 'HeatRest' });

const readers = ['reform-officer', 'head', 'supervisor', 'machine-client'] as const;

export const overviewEndpoints = {
  getReformOverview: endpoint({
    method: 'get',
    path: '/api/reform/overview',
    summary: 'How the reform stands on one page: targets, volumes by month, trips declared and made, departments',
    access: readers,
    query: PeriodQuery,
    output: ReformOverview,
  }),
  listHeatRest: endpoint({
    method: 'get',
    path: '/api/reform/overview/rest',
    summary: 'The matters that stand together in one line below the busiest ones, those with the most cases first',
    access: readers,
    query: PeriodQuery.extend({ ...PageQuery.shape, month: month.optional() }),
    output: HeatRest,
  }),
};
