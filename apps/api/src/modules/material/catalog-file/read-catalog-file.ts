import { FileAnswer, type Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { mediaTypes } from '../upload/read-material.ts';
import { CatalogFile } from './catalog-file.entity.ts';

/** A blank form or a sample, for everybody; always as a file to save, under the name it came with. */
export async function readCatalogFile(call: Call, id: string): Promise<FileAnswer> {
  const file = await call.em.findOne(CatalogFile, { id }, { disableIdentityMap: true });
  if (file === null) throw problem('record.not-found');
  return new FileAnswer({
    content: await call.deps.blobs.open(file.blobId),
    mediaType: mediaTypes[file.type],
    fileName: file.name,
    size: file.size,
  });
}
