import type { Answer, favouriteEndpoints } from '@yitang/contract';
import type { Call } from '../../platform/endpoint/index.ts';
import { problem } from '../../platform/problem/index.ts';
import { catalogKey, type CatalogSnapshot } from '../catalog/index.ts';
import { Favourite } from './favourite.entity.ts';

type Row = Answer<typeof favouriteEndpoints.listFavourites>['items'][number];

/** The last kept first. */
export async function listFavourites(call: Call): Promise<Row[]> {
  const snapshot = call.deps.services.get(catalogKey).current();
  const kept = await call.em.find(
    Favourite,
    { personId: requirePersonId(call) },
    { orderBy: { addedAt: 'desc', matterId: 'desc' }, disableIdentityMap: true },
  );
  return kept.flatMap(({ matterId }) => present(snapshot, matterId) ?? []);
}

function present(snapshot: CatalogSnapshot, matterId: string): Row | undefined {
  const matter = snapshot.findById(matterId);
  const known = matter ?? snapshot.retired.find(({ id }) => id === matterId);
  if (known === undefined) return undefined;
  return {
    code: known.code,
    name: known.name,
    department: snapshot.findDepartment(known.departmentId)?.name ?? '',
    isOnline: matter !== undefined && (snapshot.findEntry(matter.code)?.card.isOnline ?? false),
    isRetired: matter === undefined,
  };
}

/** @throws `access.denied` where the caller is a machine: it keeps nothing */
export function requirePersonId({ principal }: Call): string {
  if (principal.personId === undefined) throw problem('access.denied');
  return principal.personId;
}
