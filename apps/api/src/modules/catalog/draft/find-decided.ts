import { inPieces, type Em } from '../../../database/index.ts';
import { rowsAtOnce } from '../matter-places.ts';
import { MatterDraftStep } from './draft.entity.ts';

/** Of these drafts the ones for which it was decided that running cases stay with their version; reopening undoes it. */
export async function findDecided(em: Em, draftIds: readonly string[]): Promise<ReadonlySet<string>> {
  const last = new Map<string, string>();
  for (const piece of inPieces(draftIds, rowsAtOnce)) {
    const steps = await em.find(
      MatterDraftStep,
      { draftId: { $in: [...piece] }, action: { $in: ['keep-cases', 'reopen'] } },
      { fields: ['draftId', 'action'], orderBy: { at: 'asc', id: 'asc' }, disableIdentityMap: true },
    );
    for (const { draftId, action } of steps) last.set(draftId, action);
  }
  return new Set([...last].filter(([, action]) => action === 'keep-cases').map(([draftId]) => draftId));
}
