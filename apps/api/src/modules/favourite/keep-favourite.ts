import type { Call } from '../../platform/endpoint/index.ts';
import { problem } from '../../platform/problem/index.ts';
import { catalogKey } from '../catalog/index.ts';
import { Favourite } from './favourite.entity.ts';
import { requirePersonId } from './list-favourites.ts';

/** More than this is no help to find a matter again: then the search is quicker. */
export const mostFavourites = 100;

/** Keeping a matter twice changes nothing. @throws `record.not-found`, `request.invalid` where the list is full */
export async function addFavourite(call: Call, code: string): Promise<void> {
  const [personId, matterId] = [requirePersonId(call), requireMatterId(call, code)];
  await call.deps.runCommand(call, { name: 'favourite.add' }, async (tx) => {
    const others = await tx.em.count(Favourite, { personId, matterId: { $ne: matterId } });
    if (others >= mostFavourites) {
      const message = `最多收藏 ${mostFavourites} 个事项，请先在“我的办件”中取消一些。`;
      throw problem('request.invalid', { issues: [{ field: 'params.code', code: 'favourite.full', message }] });
    }
    await tx.em.upsert(Favourite, { personId, matterId, addedAt: tx.now }, { onConflictAction: 'ignore' });
    tx.audit({ action: 'favourite.add', ...entryOf(personId, code) });
  });
}

/** @throws `record.not-found` */
export async function removeFavourite(call: Call, code: string): Promise<void> {
  const [personId, matterId] = [requirePersonId(call), requireMatterId(call, code)];
  await call.deps.runCommand(call, { name: 'favourite.remove' }, async (tx) => {
    await tx.em.nativeDelete(Favourite, { personId, matterId });
    tx.audit({ action: 'favourite.remove', ...entryOf(personId, code) });
  });
}

/** One that is retired too: it may be taken off the list. */
function requireMatterId({ deps }: Call, code: string): string {
  const snapshot = deps.services.get(catalogKey).current();
  const found = snapshot.find(code) ?? snapshot.findRetired(code);
  if (found === undefined) throw problem('record.not-found');
  return found.id;
}

const entryOf = (personId: string, code: string) =>
  ({ chain: `favourites:${personId}`, target: { type: 'matter', id: code }, outcome: 'done' }) as const;
