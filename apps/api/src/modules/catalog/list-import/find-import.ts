import { createHash } from 'node:crypto';
import { findTables, type ListTable, type PlainSheet } from '@yitang/domain/list-import';
import type { Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { principalKey } from '../../../platform/principal/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { CatalogImport } from './list-import.entity.ts';

/** @throws `record.not-found` also for what somebody else uploaded, and for what is forgotten */
export async function requireImport(call: Call, em: Em, id: string): Promise<CatalogImport> {
  const where = { id, owner: principalKey(call.principal), expiresAt: { $gt: call.now } };
  const found = await em.findOne(CatalogImport, where, { disableIdentityMap: true });
  if (found === null) throw problem('record.not-found');
  return found;
}

export interface ImportFile {
  readonly sheets: readonly PlainSheet[];
  readonly tables: readonly ListTable[];
}

/** The cells of an import that was not applied yet. Reads the file, so not inside a transaction. */
export async function loadFile(call: Call, { blobId }: CatalogImport): Promise<ImportFile> {
  if (typeof blobId !== 'string') throw problem('import.finished');
  // We wrote it ourselves, when the file was uploaded.
  const sheets = JSON.parse((await call.deps.blobs.read(blobId)).toString()) as PlainSheet[];
  return { sheets, tables: findTables(sheets) };
}

/** The list that is meant; a file without one is refused when it is uploaded. */
export function tableOf({ tables }: ImportFile, index: number): ListTable {
  const table = tables[index];
  if (table !== undefined) return table;
  throw problem('request.invalid', {
    issues: [{ field: 'body.table', code: 'unknown', message: '文件中没有这张表，请重新选择。' }],
  });
}

export const headerId = ({ signature }: ListTable): string => createHash('sha256').update(signature).digest('hex');
