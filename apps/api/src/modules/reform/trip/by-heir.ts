import type { CatalogDay } from '../../catalog/index.ts';
import type { TripFigures } from '../../case/index.ts';

/** By the matter that they belong to on a day: what was counted of one that was retired until then is its successor's. */
export function byHeir(
  { heirOf }: Pick<CatalogDay, 'heirOf'>,
  figures: readonly TripFigures[],
): ReadonlyMap<string, readonly TripFigures[]> {
  return Map.groupBy(figures, ({ matterId }) => heirOf(matterId));
}
