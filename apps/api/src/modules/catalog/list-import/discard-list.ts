import type { Em } from '../../../database/index.ts';
import type { Call, Deps } from '../../../platform/endpoint/index.ts';
import { requireImport } from './find-import.ts';
import { CatalogImport } from './list-import.entity.ts';

/** Forgets a file; the drafts that were made of it stay. */
export async function discardList(call: Call, id: string): Promise<void> {
  await call.deps.runCommand(call, { name: 'catalog.discard-list' }, async (tx) => {
    const { blobId } = await requireImport(call, tx.em, id);
    if (typeof blobId === 'string') await call.deps.blobs.remove(blobId, tx.em);
    await tx.em.nativeDelete(CatalogImport, { id });
    tx.audit({
      action: 'catalog.discard-list',
      chain: `import:${id}`,
      target: { type: 'catalog-import', id },
      outcome: 'done',
    });
  });
}

/** Forgets what is older than it may be, with its file. */
export async function sweepImports({ deps }: { deps: Deps }): Promise<void> {
  const em = deps.orm.em.fork() as Em;
  const where = { expiresAt: { $lte: deps.clock.now() } };
  const old = await em.find(CatalogImport, where, { limit: 500, disableIdentityMap: true });
  for (const { id, blobId } of old) {
    if (typeof blobId === 'string') await deps.blobs.remove(blobId);
    await em.nativeDelete(CatalogImport, { id });
  }
}
