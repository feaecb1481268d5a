import { addMonths, monthOf } from '@yitang/domain/calendar';
import { savedTrips, type SavedTrips, type TripMean } from '@yitang/domain/visit';
import type { CivilDate } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';
import {
  findDeclaredHistory,
  findTripCells,
  findVolumes,
  type DeclaredVersion,
  type TripCell,
} from '../../case/index.ts';

/** Trips that a matter saves in a year since its guide declares another number. */
export interface SavedByMatter {
  readonly matterId: string;
  /** First day of the version in which the number changed. */
  readonly changedOn: CivilDate;
  readonly declaredBefore: number | null;
  readonly declaredAfter: number | null;
  readonly before: TripMean;
  readonly after: TripMean;
  /** Accepted cases of the last twelve full months. */
  readonly yearlyCases: number;
  readonly saved: SavedTrips;
}

/** Of every matter whose declared number changed until that day, or of some; by the definition of 2019. */
export async function findSavedTrips(
  em: Em,
  { asOf, matterIds }: { readonly asOf: CivilDate; readonly matterIds?: readonly string[] },
): Promise<SavedByMatter[]> {
  const only = matterIds === undefined ? {} : { matterIds };
  const versions = await findDeclaredHistory(em, { until: asOf, ...only });
  const cells = (await findTripCells(em, { first: '0000-01', last: monthOf(asOf), ...only }))['2019'];
  const first = monthOf(addMonths(asOf, -12));
  const volumes = await findVolumes(em, { first, last: monthOf(addMonths(asOf, -1)) });
  const cellsOf = Map.groupBy(cells, ({ matterId }) => matterId);
  const casesOf = Map.groupBy(volumes, ({ matterId }) => matterId);
  return [...Map.groupBy(versions, ({ matterId }) => matterId)].flatMap(([matterId, own]) => {
    const change = lastChange(own);
    if (change === undefined) return [];
    const yearlyCases = (casesOf.get(matterId) ?? []).reduce((sum, { value }) => sum + value, 0);
    return [{ matterId, ...measure(change, { cells: cellsOf.get(matterId) ?? [], yearlyCases }) }];
  });
}

interface Change {
  readonly changedOn: CivilDate;
  readonly declaredBefore: number | null;
  readonly declaredAfter: number | null;
}

function lastChange(versions: readonly DeclaredVersion[]): Change | undefined {
  const at = versions.findLastIndex(({ declared }, index) => index > 0 && declared !== versions[index - 1]?.declared);
  const [before, after] = [versions[at - 1], versions[at]];
  if (at < 1 || before === undefined || after === undefined) return undefined;
  return { changedOn: after.effectiveFrom, declaredBefore: before.declared, declaredAfter: after.declared };
}

/** A case stands on the side of the guide that it was submitted under, whenever it was decided. */
function measure(
  change: Change,
  { cells, yearlyCases }: { readonly cells: readonly TripCell[]; readonly yearlyCases: number },
): Omit<SavedByMatter, 'matterId'> {
  const sideOf = (declared: number | null): TripMean => {
    const own = cells.filter((cell) => cell.declared === declared);
    return {
      trips: own.reduce((sum, { trips }) => sum + trips, 0),
      known: own.reduce((sum, { distribution: d }) => sum + d['0'] + d['1'] + d['2'] + d['3+'], 0),
    };
  };
  const sides = { before: sideOf(change.declaredBefore), after: sideOf(change.declaredAfter) };
  return { ...change, ...sides, yearlyCases, saved: savedTrips({ ...change, ...sides, yearlyCases }) };
}
