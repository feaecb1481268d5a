import type { ImportRowData, ImportViewData } from '@yitang/contract';
import {
  importTargetKeys,
  labelOf,
  neededTargets,
  proposeMapping,
  samplesOf,
  type ListTable,
} from '@yitang/domain/list-import';
import { grantsFor } from '@yitang/domain/access';
import type { Call } from '../../../platform/endpoint/index.ts';
import { principalKey } from '../../../platform/principal/index.ts';
import { askerOf } from '../draft/draft-access.ts';
import { findImportContext } from './import-context.ts';
import { headerId, loadFile, requireImport, tableOf } from './find-import.ts';
import { CatalogImport, HeaderMapping, type StoredMapping } from './list-import.entity.ts';

const mostListed = 50;

export async function listImports(call: Call): Promise<{ items: ImportRowData[] }> {
  const found = await call.em.find(
    CatalogImport,
    { owner: principalKey(call.principal), expiresAt: { $gt: call.now } },
    { orderBy: { createdAt: 'desc', id: 'desc' }, limit: mostListed, disableIdentityMap: true },
  );
  return { items: found.map(presentRow) };
}

function presentRow(found: CatalogImport): ImportRowData {
  return {
    id: found.id,
    fileName: found.fileName,
    rowCount: found.rowCount,
    isMapped: Array.isArray(found.mapping),
    uploadedAt: found.createdAt.toISOString(),
    expiresAt: found.expiresAt.toISOString(),
    outcome: found.result ?? null,
  };
}

/** The columns of a list with what each holds: as it was said, as it was remembered, or as we propose. */
export async function getImport(call: Call, id: string, wantedTable: number | undefined): Promise<ImportViewData> {
  const found = await requireImport(call, call.em, id);
  const mayPlanBatch = grantsFor(askerOf(call), 'catalog.publish', call.now).length > 0;
  const targets = importTargetKeys.map((key) => ({ key, label: labelOf(key), isNeeded: neededTargets.includes(key) }));
  const common = { ...presentRow(found), targets, mayPlanBatch };
  if (typeof found.blobId !== 'string') {
    return { ...common, tables: [], table: found.chosenTable, columns: [], isRemembered: false };
  }
  const file = await loadFile(call, found);
  const chosen = wantedTable ?? found.chosenTable;
  const table = tableOf(file, chosen);
  const said = chosen === found.chosenTable ? (found.mapping ?? null) : null;
  const remembered = said === null ? await findRemembered(call, table) : null;
  const mapping = said ?? remembered ?? proposeMapping(table, await findImportContext(call.em));
  return {
    ...common,
    tables: file.tables.map(({ parts, rowCount }) => ({ sheets: parts.map(({ sheet }) => sheet.name), rowCount })),
    table: chosen,
    columns: table.columns.map(({ label }, index) => ({
      label,
      samples: samplesOf(table, index, 3).map((text) => (text.length > 60 ? `${text.slice(0, 60)}…` : text)),
      target: mapping[index] ?? null,
    })),
    isRemembered: remembered !== null,
  };
}

async function findRemembered(call: Call, table: ListTable): Promise<StoredMapping | null> {
  const found = await call.em.findOne(HeaderMapping, { id: headerId(table) }, { disableIdentityMap: true });
  return found?.mapping.length === table.columns.length ? found.mapping : null;
}
