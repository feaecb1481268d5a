import { affectedRows } from '../../../database/index.ts';
import type { JobRun } from '../../../platform/jobs/index.ts';
import { Material, type MaterialOwner } from '../material.entity.ts';
import { scanFile } from './scan-file.ts';

/**
 * Every minute: what had to wait for the scanner is looked at again, oldest first, until the scanner fails again. What
 * turns out infected is destroyed and its owner told.
 */
export async function rescanMaterials(run: JobRun): Promise<void> {
  const { blobs, config } = run.deps;
  const waiting = await run.em.find(
    Material,
    { state: 'waiting' },
    { orderBy: { createdAt: 'asc' }, limit: 200, disableIdentityMap: true },
  );
  for (const material of waiting) {
    if (typeof material.blobId !== 'string') continue;
    // A scanner that was taken out of the configuration holds nothing back for ever.
    const verdict =
      config.clamav === undefined
        ? { state: 'clean' as const }
        : await scanFile((await blobs.open(material.blobId)) as AsyncIterable<Buffer>, config.clamav);
    if (verdict.state === 'unknown') return;
    await settle(run, material, verdict.state);
  }
}

async function settle(run: JobRun, material: Material, state: 'clean' | 'infected'): Promise<void> {
  const { id, ownerKind, ownerId, personId, blobId } = material;
  await run.deps.runCommand(
    run.caller,
    { name: 'material.scan', key: `material:${id}:${state}`, input: id },
    async (tx) => {
      const isClean = state === 'clean';
      await affectedRows(
        tx.em,
        isClean
          ? "update materials set state = 'clean' where id = ? and state = 'waiting'"
          : "update materials set state = 'unsafe', place = null, blob_id = null where id = ? and state = 'waiting'",
        [id],
      );
      tx.audit({
        action: isClean ? 'material.found-clean' : 'material.found-unsafe',
        chain: `${ownerKind}:${ownerId}`,
        target: { type: 'material', id },
        outcome: 'done',
        after: { state: isClean ? 'clean' : 'unsafe' },
      });
      if (isClean) return;
      if (typeof blobId === 'string') await run.deps.blobs.remove(blobId, tx.em);
      const path = pathOf(ownerKind, ownerId);
      tx.enqueue({ kind: 'notice.send', payload: { personId, kind: 'material-unsafe', path } });
    },
  );
}

/** Where its owner uploads another one. */
function pathOf(ownerKind: MaterialOwner, ownerId: string): string {
  if (ownerKind === 'power') return '/console/power/decisions';
  return ownerKind === 'draft' ? `/my/drafts/${ownerId}` : `/my/cases/${ownerId}`;
}
