import type { Em } from '../../../database/index.ts';
import type { BlobRef, BlobStore } from '../../../platform/files/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { FilingFile } from './filing.entity.ts';
import type { Paper } from './papers/list-papers.ts';

/** The papers of a package by their names. */
export function findPapers(em: Em, packageId: string): Promise<FilingFile[]> {
  return em.find(FilingFile, { packageId }, { orderBy: { path: 'asc' }, disableIdentityMap: true });
}

export async function storePaper(
  blobs: BlobStore,
  em: Em,
  { packageId, paper, blob }: { packageId: string; paper: Pick<Paper, 'path' | 'part' | 'title'>; blob: BlobRef },
): Promise<void> {
  const { path, part, title } = paper;
  const { id: blobId, size, sha256 } = blob;
  await em.insert(FilingFile, { id: newId(), packageId, path, part, title, size, sha256, blobId });
  await blobs.keep(em, blobId);
}

/** Papers of a package that was given up; their keys are destroyed with the rows. */
export async function dropPapers(blobs: BlobStore, em: Em, packageId: string): Promise<void> {
  for (const { id, blobId } of await findPapers(em, packageId)) {
    await em.nativeDelete(FilingFile, { id });
    await blobs.remove(blobId, em);
  }
}
