import type { MatterStanding } from '@yitang/domain/catalog';
import { inPieces, type Em } from '../../database/index.ts';
import { Matter, MatterVersion } from './matter.entity.ts';

/** Where the next version of a matter goes. */
export interface Place {
  readonly matterId: string;
  readonly isNew: boolean;
  /** Number of the next version. */
  readonly version: number;
  /** The version in force until now. */
  readonly replacedId: string | null;
  readonly isRetired: boolean;
}
export type Places = ReadonlyMap<string, Place>;

/** How many rows one statement names at the most. */
export const rowsAtOnce = 1_000;

/** Where the next versions of matters go, by code. `makeId` names the matters that are new. */
export async function findPlaces(
  em: Em,
  codes: readonly string[],
  makeId: (name: string) => string,
): Promise<Map<string, Place>> {
  const places = new Map<string, Place>();
  for (const piece of inPieces([...new Set(codes)], rowsAtOnce)) {
    const known = await em.find(Matter, { code: { $in: [...piece] } }, { disableIdentityMap: true });
    const versions = await em.find(
      MatterVersion,
      { matterId: { $in: known.map(({ id }) => id) } },
      { fields: ['matterId', 'version'], orderBy: { version: 'asc' }, disableIdentityMap: true },
    );
    // In order of the versions, so that the latest stays.
    const latest = new Map(versions.map(({ id, matterId, version }) => [matterId, { id, version }]));
    const matters = new Map(known.map((matter) => [matter.code, matter]));
    for (const code of piece) {
      const matter = matters.get(code);
      const matterId = matter?.id ?? makeId(`matter/${code}`);
      const before = latest.get(matterId);
      places.set(code, {
        matterId,
        isNew: matter === undefined,
        version: (before?.version ?? 0) + 1,
        replacedId: before?.id ?? null,
        isRetired: typeof matter?.retiredOn === 'string',
      });
    }
  }
  return places;
}

/** How the matters that are known stand, for the rules of publication. */
export function standingsOf(places: Places): Map<string, MatterStanding> {
  const known = [...places].filter(([, { isNew }]) => !isNew);
  return new Map(known.map(([code, { version, isRetired }]) => [code, { version: version - 1, isRetired }]));
}
