import { catalogKey } from '../../catalog/index.ts';
import type { TripFigures } from '../../case/index.ts';
import type { Asking } from '../asking.ts';

/** By the matter that they belong to today: what was counted of a retired matter is its successor's. */
export function byHeir(call: Asking, figures: readonly TripFigures[]): ReadonlyMap<string, readonly TripFigures[]> {
  const snapshot = call.deps.services.get(catalogKey).current();
  return Map.groupBy(figures, ({ matterId }) => snapshot.heirOf(matterId));
}
