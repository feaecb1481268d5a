import type { CatalogFileData } from '@yitang/contract';
import { uploadTypes } from '@yitang/domain/catalog';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { principalKey } from '../../../platform/principal/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { receiveFile, type ReceivedFile } from '../upload/receive-upload.ts';
import { CatalogFile } from './catalog-file.entity.ts';

const limits = { accepts: uploadTypes, maxBytes: 10 * 1024 * 1024 };

/**
 * One file for the guides. Everybody may read it, so one that no scanner has looked at is not taken.
 * @throws ProblemError with a `material.…` code for each cause
 */
export async function uploadCatalogFile(call: Call): Promise<CatalogFileData> {
  return receiveFile(call, limits, (file) => {
    if (file.state !== 'clean') throw problem('material.scan-unavailable', { retryAfter: 60 });
    return keepFile(call, file);
  });
}

async function keepFile(call: Call, { name, type, blob }: ReceivedFile): Promise<CatalogFileData> {
  return call.deps.runCommand(call, { name: 'catalog.upload-file' }, async (tx) => {
    const id = newId(tx.now.getTime());
    const { size, sha256 } = blob;
    await tx.em.insert(CatalogFile, {
      id,
      name,
      type,
      size,
      sha256,
      blobId: blob.id,
      createdAt: tx.now,
      createdBy: principalKey(tx.principal),
      unusedSince: null,
    });
    await call.deps.blobs.keep(tx.em, blob.id);
    tx.audit({
      action: 'catalog.upload-file',
      chain: `catalog-file:${id}`,
      target: { type: 'catalog-file', id },
      outcome: 'done',
      after: { name, type, size, sha256 },
      startsChain: true,
    });
    return { id, name, type, size };
  });
}
