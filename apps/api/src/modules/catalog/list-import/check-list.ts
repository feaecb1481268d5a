import type { ComparedRowData, ImportCheckData, Input, listImportEndpoints } from '@yitang/contract';
import { markSheets, templateRows, type FieldChange } from '@yitang/domain/list-import';
import { FileAnswer, type Call } from '../../../platform/endpoint/index.ts';
import { catalogKey } from '../catalog-key.ts';
import { loadFile, requireImport } from './find-import.ts';
import { workbookType } from '../../../platform/table-file/index.ts';
import { markedName } from './mark-table.ts';
import { planList, type PlannedRow } from './plan-list.ts';
import { sheetDeskKey } from './sheet-desk.ts';

const mostShown = 200;

async function lookAt(call: Call, id: string) {
  const found = await requireImport(call, call.em, id);
  const file = await loadFile(call, found);
  return { found, file, plan: await planList(call, call.em, { found, file }) };
}

/** The dry run: nothing is changed. */
export async function checkList(call: Call, id: string): Promise<ImportCheckData> {
  const { plan } = await lookAt(call, id);
  const faults = plan.rows.flatMap((row) => row.faults);
  const count = (kind: PlannedRow['kind']) => plan.rows.filter((row) => row.kind === kind).length;
  return {
    rows: plan.rows.length,
    faultyRows: count('faulty'),
    counts: {
      new: count('new'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      missing: plan.missing.length,
    },
    faults: faults.slice(0, mostShown).map(({ index: _, ...fault }) => fault),
    faultCount: faults.length,
  };
}

type Query = Input<typeof listImportEndpoints.compareCatalogImport>['query'];

export async function compareList(
  call: Call,
  id: string,
  { kind, after, limit }: Query,
): Promise<{ items: ComparedRowData[]; total: number; next?: number }> {
  const { plan } = await lookAt(call, id);
  const rows =
    kind === 'missing'
      ? plan.missing.map(({ code, name, departmentId }) => ({ code, name, departmentId }))
      : plan.rows.filter((row) => row.kind === kind);
  const page = rows.slice(after, after + limit);
  const items = page.map((row): ComparedRowData => ('row' in row ? presentRow(call, row) : presentMissing(call, row)));
  return { items, total: rows.length, ...(after + limit < rows.length ? { next: after + limit } : {}) };
}

const departmentOf = (call: Call, id: string): string =>
  call.deps.services.get(catalogKey).current().findDepartment(id)?.name ?? '';

function presentRow(call: Call, { row, standing, changes }: PlannedRow): ComparedRowData {
  return {
    row: row.row,
    sheet: row.sheet,
    code: standing?.code ?? row.code,
    name: row.name,
    department: departmentOf(call, row.departmentId),
    draftId: standing?.draft?.id ?? null,
    changes: changes.map((change) => presentChange(call, change)),
  };
}

const presentMissing = (
  call: Call,
  { code, name, departmentId }: { code: string; name: string; departmentId: string },
): ComparedRowData => ({
  row: null,
  sheet: null,
  code,
  name,
  department: departmentOf(call, departmentId),
  draftId: null,
  changes: [],
});

function presentChange(call: Call, { path, before, after }: FieldChange): ComparedRowData['changes'][number] {
  const isDepartment = path === 'summary.departmentId' || path === 'guide.jointDepartmentIds';
  const text = (value: unknown): string => {
    const words = wordsOf(value).map((word) => (isDepartment ? departmentOf(call, word) : word));
    const joined = words.join('；');
    return joined.length > 200 ? `${joined.slice(0, 200)}…` : joined;
  };
  return { path, before: text(before), after: text(after) };
}

/** What of a value a person reads first: names and sentences, no keys. */
function wordsOf(value: unknown): string[] {
  if (value === null || value === undefined || value === '') return [];
  if (typeof value === 'boolean') return [value ? '是' : '否'];
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  const { zh, name, title, from, until } = value as Record<string, unknown>;
  if (from !== undefined) return [`${wordsOf(from).join('')}至${wordsOf(until).join('')}`];
  const named = zh ?? name ?? title;
  return named === undefined ? Object.values(value).flatMap(wordsOf) : wordsOf(named);
}

/** The file with its faults, to mend it and send it again. */
export async function markList(call: Call, id: string): Promise<FileAnswer> {
  const { found, file, plan } = await lookAt(call, id);
  const faults = plan.rows.flatMap((row) => row.faults);
  const content = await call.deps.services.get(sheetDeskKey).write(markSheets(file.sheets, plan.table, faults));
  return new FileAnswer({ content, mediaType: workbookType, fileName: markedName(found.fileName) });
}

export async function makeTemplate(call: Call): Promise<FileAnswer> {
  const rows = templateRows().map((cells, index) => ({ row: index + 1, cells, wrong: [], isHeader: index === 0 }));
  const content = await call.deps.services.get(sheetDeskKey).write([{ name: '事项清单', rows, frozen: 1 }]);
  return new FileAnswer({ content, mediaType: workbookType, fileName: 'matters-template.xlsx' });
}
