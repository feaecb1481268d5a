import { declaredSaving, type TargetMatter } from '@yitang/domain/target';
import { rateOf, savedByLimit } from '@yitang/domain/visit';
import { addFigures, findTripCells } from '../../case/index.ts';
import { catalogOn, withForebears } from '../../catalog/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import type { DayFacts } from './day-facts.ts';

type Figures = ReturnType<typeof addFigures>;

/**
 * By id of the matter, what its cases of a year really took under the number that its guide declares now, or under none:
 * who writes a number down for the first time changes nothing about the way.
 */
export type TripsMade = ReadonlyMap<string, Figures>;

/** Of some matters alone, by the wording of 2019: costs their months, not their cases. */
export async function tripsMade(
  call: Call,
  { volumes }: Pick<DayFacts, 'volumes'>,
  matters: readonly TargetMatter[],
): Promise<TripsMade> {
  if (volumes === null || matters.length === 0) return new Map();
  const day = await catalogOn(call, undefined);
  const idsOf = new Map(matters.map(({ id }) => [id, withForebears(day, id)]));
  const matterIds = [...idsOf.values()].flat();
  const { '2019': cells } = await findTripCells(call.em, {
    ...{ first: volumes.firstMonth, last: volumes.lastMonth, matterIds },
  });
  return new Map(
    matters.map(({ id, visits }) => {
      const own = cells.filter(({ matterId }) => idsOf.get(id)?.includes(matterId));
      return [id, addFigures(own.filter(({ declared }) => declared === null || declared === visits))];
    }),
  );
}

export interface Saving {
  readonly trips: number | null;
  readonly papers: number;
  /** By what cases really took, or by what guides declare; unknown: neither says. */
  readonly basis: 'measured' | 'declared' | 'unknown';
  readonly known: number;
  readonly tripsKnown: number;
}

interface Change {
  readonly before: TargetMatter;
  readonly after: TargetMatter;
  /** Of a year. */
  readonly cases: number;
}

/** Measured where enough cases are known and fewer trips are declared than before, else from the declared numbers. */
export function estimateSaving({ before, after, cases }: Change, made: Figures | undefined): Saving {
  const declared = declaredSaving(before, after, cases);
  const [known, tripsKnown] = made === undefined ? [0, 0] : [rateOf(made.distribution).known, made.trips];
  const isLess = before.visits !== null && after.visits !== null && after.visits < before.visits;
  const measured =
    made === undefined || !isLess || after.visits === null
      ? null
      : savedByLimit({ yearlyCases: cases, distribution: made.distribution, trips: made.trips, most: after.visits });
  const { papers } = declared;
  if (measured !== null) return { trips: measured, papers, basis: 'measured', known, tripsKnown };
  return { trips: declared.trips, papers, basis: declared.trips === null ? 'unknown' : 'declared', known, tripsKnown };
}
