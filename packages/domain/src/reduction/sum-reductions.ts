import { burdenMeasures, type AddedService, type BurdenMeasure } from '../vocabulary/index.ts';
import { isHeavier, isLighter, type Reduction } from './compare-burdens.ts';

/** A measure over matters: both sums take the same matters, those in which it is known on both days. */
export interface MeasureSum {
  readonly measure: BurdenMeasure;
  readonly before: number;
  readonly after: number;
  readonly known: number;
  /** On one day or both nobody has stated it. */
  readonly unknown: number;
  readonly lighter: number;
  readonly heavier: number;
}

export interface ReductionSum {
  /** Matters compared. */
  readonly matters: number;
  readonly lighter: number;
  readonly heavier: number;
  readonly measures: readonly MeasureSum[];
  /** 即办件: numerators before and after over the matters in which it is stated on both days. */
  readonly instant: { readonly before: number; readonly after: number; readonly known: number };
  /** Matters that gained each way of service; only those that some did. */
  readonly services: readonly { readonly service: AddedService; readonly matters: number }[];
}

export interface SummedReduction {
  readonly reduction: Reduction;
  readonly instantBefore: boolean | null;
  readonly instantAfter: boolean | null;
}

/** Adds up in one pass; nothing that is unknown enters a sum. */
export function sumReductions(rows: readonly SummedReduction[]): ReductionSum {
  const stated = rows.filter(({ instantBefore, instantAfter }) => instantBefore !== null && instantAfter !== null);
  const services = new Map<AddedService, number>();
  for (const service of rows.flatMap(({ reduction }) => reduction.addedServices)) {
    services.set(service, (services.get(service) ?? 0) + 1);
  }
  return {
    matters: rows.length,
    lighter: rows.filter(({ reduction }) => isLighter(reduction)).length,
    heavier: rows.filter(({ reduction }) => isHeavier(reduction)).length,
    measures: burdenMeasures.map((measure, index) => sumMeasure(rows, measure, index)),
    instant: {
      before: stated.filter(({ instantBefore }) => instantBefore).length,
      after: stated.filter(({ instantAfter }) => instantAfter).length,
      known: stated.length,
    },
    services: [...services].map(([service, matters]) => ({ service, matters })).sort((a, b) => b.matters - a.matters),
  };
}

function sumMeasure(rows: readonly SummedReduction[], measure: BurdenMeasure, index: number): MeasureSum {
  const sum = { before: 0, after: 0, known: 0, lighter: 0, heavier: 0 };
  for (const { reduction } of rows) {
    const one = reduction.measures[index];
    if (one === undefined || one.before === null || one.after === null) continue;
    sum.before += one.before;
    sum.after += one.after;
    sum.known += 1;
    if (one.after < one.before) sum.lighter += 1;
    if (one.after > one.before) sum.heavier += 1;
  }
  return { measure, ...sum, unknown: rows.length - sum.known };
}
