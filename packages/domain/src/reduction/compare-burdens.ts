import { burdenMeasures, type AddedService, type BurdenMeasure } from '../vocabulary/index.ts';
import type { Burden } from './burden.ts';
import { compareMaterials, type MaterialChanges } from './compare-materials.ts';

/** One measure on two days; `change` is null unless both are known, and negative where it got better. */
export interface MeasureChange {
  readonly measure: BurdenMeasure;
  readonly before: number | null;
  readonly after: number | null;
  readonly change: number | null;
}

/** What changed for people between two states of one matter. */
export interface Reduction {
  readonly measures: readonly MeasureChange[];
  /** null where one side has no list. */
  readonly materials: MaterialChanges | null;
  /** Decided on the spot now, and not before. null: one side is not stated. */
  readonly becameInstant: boolean | null;
  readonly addedServices: readonly AddedService[];
  readonly removedServices: readonly AddedService[];
}

/** 减材料, 减环节, 减时间, 减跑动, 减层级, 减前置条件 of 浙教人〔2018〕105号, between two contents or their figures on paper. */
export function compareBurdens(before: Burden, after: Burden): Reduction {
  const hasLists = before.materials !== null && after.materials !== null;
  return {
    measures: burdenMeasures.map((measure) => changeOf(measure, before.counts[measure], after.counts[measure])),
    materials: hasLists ? compareMaterials(before.materials, after.materials) : null,
    becameInstant: before.isInstant === null || after.isInstant === null ? null : !before.isInstant && after.isInstant,
    addedServices: newIn(after.services, before.services),
    removedServices: newIn(before.services, after.services),
  };
}

/** Those of one list that the other lacks; of an unknown list nothing is claimed. */
function newIn(services: Burden['services'], others: Burden['services']): readonly AddedService[] {
  return services === null || others === null ? [] : services.filter((service) => !others.includes(service));
}

function changeOf(measure: BurdenMeasure, before: number | null, after: number | null): MeasureChange {
  return { measure, before, after, change: before === null || after === null ? null : after - before };
}

export function isLighter({ measures, addedServices, becameInstant }: Reduction): boolean {
  return (
    measures.some(({ change }) => change !== null && change < 0) || addedServices.length > 0 || becameInstant === true
  );
}

export function isHeavier({ measures, removedServices }: Reduction): boolean {
  return measures.some(({ change }) => change !== null && change > 0) || removedServices.length > 0;
}

/** What the public is told of a change: the measures that moved, either way, and the ways of service that came. */
export interface PublicChange {
  readonly measures: readonly { readonly measure: BurdenMeasure; readonly before: number; readonly after: number }[];
  readonly addedServices: readonly AddedService[];
  readonly becameInstant: boolean;
}

export function publicChangeOf({ measures, addedServices, becameInstant }: Reduction): PublicChange {
  return {
    measures: measures.flatMap(({ measure, before, after }) =>
      before === null || after === null || before === after ? [] : [{ measure, before, after }],
    ),
    addedServices,
    becameInstant: becameInstant === true,
  };
}
