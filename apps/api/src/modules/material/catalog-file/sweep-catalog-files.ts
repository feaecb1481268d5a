import { decideFile } from '@yitang/domain/catalog';
import type { Tx } from '../../../platform/command/index.ts';
import type { JobRun } from '../../../platform/jobs/index.ts';
import { CatalogFile } from './catalog-file.entity.ts';

/** Files that have been there for a day: one that was just uploaded is saved with its draft in a moment. */
const restMilliseconds = 24 * 3_600_000;

/** Removes, with their bytes, the files that nothing has used for long; `used` are the ids that something does use. */
export async function sweepCatalogFiles({ deps, em, caller }: JobRun, used: ReadonlySet<string>): Promise<void> {
  const now = deps.clock.now();
  const where = { createdAt: { $lte: new Date(now.getTime() - restMilliseconds) } };
  const files = await em.find(CatalogFile, where, { orderBy: { id: 'asc' }, disableIdentityMap: true });
  const fates = files.map((file) => ({
    file,
    fate: decideFile({ unusedSince: file.unusedSince ?? null, isUsed: used.has(file.id) }, now),
  }));
  const ids = (wanted: 'mark' | 'unmark') => fates.flatMap(({ file, fate }) => (fate === wanted ? [file.id] : []));
  await em.nativeUpdate(CatalogFile, { id: { $in: ids('mark') } }, { unusedSince: now });
  await em.nativeUpdate(CatalogFile, { id: { $in: ids('unmark') } }, { unusedSince: null });
  for (const { file, fate } of fates) {
    if (fate !== 'remove') continue;
    await deps.runCommand({ principal: caller.principal }, { name: 'catalog.remove-file' }, (tx) =>
      remove(tx, file, deps),
    );
  }
}

async function remove(tx: Tx, file: CatalogFile, { blobs }: JobRun['deps']): Promise<void> {
  const { id, name, size, sha256, blobId, unusedSince } = file;
  // Another instance may have been faster.
  if ((await tx.em.nativeDelete(CatalogFile, { id })) === 1) await blobs.remove(blobId, tx.em);
  tx.audit({
    action: 'catalog.remove-file',
    chain: `catalog-file:${id}`,
    target: { type: 'catalog-file', id },
    outcome: 'done',
    before: { name, size, sha256, unusedSince: unusedSince?.toISOString() ?? null },
  });
}
