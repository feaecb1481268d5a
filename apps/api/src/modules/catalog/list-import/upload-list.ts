import { findTables, withoutMarks, type ListTable } from '@yitang/domain/list-import';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { principalKey } from '../../../platform/principal/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { readUploadedFile } from '../../../platform/table-file/index.ts';
import { headerId } from './find-import.ts';
import { CatalogImport, HeaderMapping } from './list-import.entity.ts';
import { sheetDeskKey } from './sheet-desk.ts';

const kept = 7 * 24 * 3_600_000;

/**
 * Takes a list in: it is read once, and its cells are kept encrypted until it is applied or forgotten.
 * @throws `import.unreadable` with what is wrong with the file, `request.too-large`
 */
export async function uploadList(call: Call): Promise<{ id: string; isMapped: boolean }> {
  const { name, bytes } = await readUploadedFile(call.ctx.req);
  const sheets = withoutMarks(await call.deps.services.get(sheetDeskKey).read(bytes));
  const [table] = findTables(sheets);
  if (table === undefined) throw problem('import.unreadable', { detail: noHeader });
  const blob = await call.deps.blobs.put(Buffer.from(JSON.stringify(sheets)), { mediaType: 'application/json' });
  return call.deps.runCommand(call, { name: 'catalog.upload-list' }, async (tx) => {
    const remembered = await tx.em.findOne(HeaderMapping, { id: headerId(table) }, { disableIdentityMap: true });
    const mapping = remembered !== null && fits(remembered, table) ? remembered.mapping : null;
    const id = newId(tx.now.getTime());
    await tx.em.insert(CatalogImport, {
      id,
      owner: principalKey(tx.principal),
      fileName: name.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').slice(0, 200),
      blobId: blob.id,
      rowCount: table.rowCount,
      chosenTable: 0,
      mapping,
      result: null,
      createdAt: tx.now,
      expiresAt: new Date(tx.now.getTime() + kept),
    });
    await call.deps.blobs.keep(tx.em, blob.id);
    tx.audit({
      action: 'catalog.upload-list',
      chain: `import:${id}`,
      target: { type: 'catalog-import', id },
      outcome: 'done',
      after: { rows: table.rowCount, sha256: blob.sha256 },
      startsChain: true,
    });
    return { id, isMapped: mapping !== null };
  });
}

const noHeader =
  '没有找到表头。表头要有“事项名称”“部门”等列名，并在前 20 行之内，下面至少有一行事项；也可以先下载模板对照。';

const fits = ({ mapping }: HeaderMapping, { columns }: ListTable): boolean => mapping.length === columns.length;
