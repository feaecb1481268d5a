import { FileAnswer, type Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { FilingFile } from './filing.entity.ts';
import { requirePackage } from './find-package.ts';

export async function readPaper(call: Call, packageId: string, id: string): Promise<FileAnswer> {
  const paper = await call.em.findOne(FilingFile, { id, packageId }, { disableIdentityMap: true });
  if (paper === null) throw problem('record.not-found');
  const { mediaType } = await call.deps.blobs.find(paper.blobId);
  const content = await call.deps.blobs.open(paper.blobId);
  return new FileAnswer({ content, mediaType, fileName: paper.path, size: paper.size });
}

/** The sealed package, as it was on the day it was frozen. */
export async function readArchive(call: Call, id: string): Promise<FileAnswer> {
  const { archiveBlobId, archiveSize, number } = await requirePackage(call.em, id);
  if (typeof archiveBlobId !== 'string') throw problem('record.not-found');
  return new FileAnswer({
    content: await call.deps.blobs.open(archiveBlobId),
    mediaType: 'application/zip',
    fileName: `filing-${number ?? id}.zip`,
    ...(typeof archiveSize === 'number' ? { size: archiveSize } : {}),
  });
}
