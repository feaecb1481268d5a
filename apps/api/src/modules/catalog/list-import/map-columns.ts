import type { Input, Issue, listImportEndpoints } from '@yitang/contract';
import { isImportTarget, labelOf, type ImportTargetKey, type ListTable } from '@yitang/domain/list-import';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { findImportContext } from './import-context.ts';
import { headerId, loadFile, requireImport, tableOf } from './find-import.ts';
import { CatalogImport, HeaderMapping, type StoredMapping } from './list-import.entity.ts';

type Wanted = Input<typeof listImportEndpoints.mapCatalogImport>['body'];

/**
 * Says what the columns hold, and remembers it for the next file with this header.
 * @throws `request.invalid` with every column that is wrong, `import.finished`
 */
export async function mapColumns(call: Call, id: string, wanted: Wanted): Promise<void> {
  const table = tableOf(await loadFile(call, await requireImport(call, call.em, id)), wanted.table);
  const context = await findImportContext(call.em);
  const isNamedBySheets = table.parts.every(({ sheet }) => context.findDepartment(sheet.name.trim()) !== undefined);
  const mapping = requireMapping(table, wanted.mapping, isNamedBySheets);
  await call.deps.runCommand(call, { name: 'catalog.map-list' }, async (tx) => {
    const changes = { mapping: [...mapping], chosenTable: wanted.table, rowCount: table.rowCount };
    const written = await tx.em.nativeUpdate(CatalogImport, { id, result: null }, changes);
    if (written !== 1) throw problem('import.finished');
    const remembered = { mapping: [...mapping], updatedAt: tx.now };
    const known = await tx.em.nativeUpdate(HeaderMapping, { id: headerId(table) }, remembered);
    if (known === 0) await tx.em.insert(HeaderMapping, { id: headerId(table), ...remembered });
    tx.audit({
      action: 'catalog.map-list',
      chain: `import:${id}`,
      target: { type: 'catalog-import', id },
      outcome: 'done',
      after: { table: wanted.table, mapping },
    });
  });
}

function requireMapping(table: ListTable, given: Wanted['mapping'], isNamedBySheets: boolean): StoredMapping {
  const issues: Issue[] = [];
  const refuse = (index: number, message: string) =>
    issues.push({ field: `body.mapping.${index}`, code: 'mapping', message });
  const used = new Map<string, number>();
  const mapping = table.columns.map(({ label }, index): ImportTargetKey | null => {
    const key = given[index] ?? null;
    if (key === null) return null;
    const before = used.get(key);
    if (!isImportTarget(key)) refuse(index, `“${label}”：请从列表中选择。`);
    else if (before !== undefined)
      refuse(index, `“${label}”和“${table.columns[before]?.label ?? ''}”都对应“${labelOf(key)}”，请只留一列。`);
    used.set(key, index);
    return isImportTarget(key) ? key : null;
  });
  if (!used.has('name')) refuse(0, '请指定哪一列是“事项名称”。');
  if (!used.has('department') && !isNamedBySheets) refuse(0, '请指定哪一列是“实施部门”。');
  if (issues.length > 0) throw problem('request.invalid', { issues });
  return mapping;
}
