import { fieldShapes } from '@yitang/contract';
import { isDraftEditable, type MatterContent } from '@yitang/domain/catalog';
import {
  changesOf,
  fieldLabel,
  matcher,
  readRows,
  rowFault,
  type FieldChange,
  type ListRow,
  type ListTable,
  type RowFault,
} from '@yitang/domain/list-import';
import { inPieces, type Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { catalogKey } from '../catalog-key.ts';
import { mayIn } from '../draft/draft-access.ts';
import { rowsAtOnce } from '../matter-places.ts';
import { Matter } from '../matter.entity.ts';
import type { PublishedMatter } from '../published-matter.ts';
import { findImportContext } from './import-context.ts';
import { findKnown, loadContents, noContent, type Standing } from './known-matters.ts';
import type { CatalogImport } from './list-import.entity.ts';
import { tableOf, type ImportFile } from './find-import.ts';

export interface PlannedRow {
  readonly row: ListRow;
  readonly kind: 'new' | 'changed' | 'unchanged' | 'faulty';
  /** null: the matter is new. */
  readonly standing: Standing | null;
  /** What the changes are made to. */
  readonly content: MatterContent;
  readonly changes: readonly FieldChange[];
  readonly faults: readonly RowFault[];
}

export interface ListPlan {
  readonly table: ListTable;
  readonly rows: readonly PlannedRow[];
  /** Published matters of the departments that the list is about, which it lacks. */
  readonly missing: readonly PublishedMatter[];
}

/**
 * What a list would do. Reads only; the same plan is made for the dry run, the comparison and, inside its transaction,
 * for the application.
 * @throws `import.finished` where nobody has said what the columns hold
 */
export async function planList(
  call: Call,
  em: Em,
  { found, file }: { found: CatalogImport; file: ImportFile },
): Promise<ListPlan> {
  if (!Array.isArray(found.mapping)) throw problem('import.finished');
  const snapshot = call.deps.services.get(catalogKey).current();
  const table = tableOf(file, found.chosenTable);
  const rows = readRows(table, found.mapping, await findImportContext(em));
  const find = matcher(await findKnown(em, snapshot));
  const matched = rows.map((row) => ({ row, standing: find(row)?.standing ?? null }));
  const contents = await loadContents(em, [...new Set(matched.flatMap(({ standing }) => standing ?? []))]);
  const retired = await findRetired(em, rows);
  const planned = refuseDoubles(matched).map(({ row, standing }): PlannedRow => {
    const content = contents.get(standing?.code ?? '') ?? noContent(row.name, row.departmentId);
    const changes = row.faults.length > 0 ? [] : changesOf(row, content);
    const faults = [...row.faults, ...standingFaults(call, row, standing), ...shapeFaults(row, changes)];
    if (row.code !== null && retired.has(row.code))
      faults.push(rowFault(row, '这个编码的事项已经取消，请去掉编码或改正。'));
    return { row, standing, content, changes, faults, kind: kindOf({ faults, standing, changes }) };
  });
  return { table, rows: planned, missing: missingOf(call, planned, snapshot.matters) };
}

function kindOf({
  faults,
  standing,
  changes,
}: Pick<PlannedRow, 'faults' | 'standing' | 'changes'>): PlannedRow['kind'] {
  if (faults.length > 0) return 'faulty';
  if (standing === null) return 'new';
  return changes.length > 0 ? 'changed' : 'unchanged';
}

type Matched = Pick<PlannedRow, 'row' | 'standing'>;

/** Two rows that lead to one matter, the one by its code and the other by its name: the second is refused. */
function refuseDoubles(matched: readonly Matched[]): Matched[] {
  const first = new Map<Standing, number>();
  return matched.map(({ row, standing }) => {
    const before = standing === null ? undefined : first.get(standing);
    if (standing !== null && before === undefined) first.set(standing, row.row);
    if (before === undefined || row.faults.length > 0) return { row, standing };
    const message = `与第 ${before} 行是同一个事项（一行按编码、一行按名称找到），请只保留一行。`;
    return { row: { ...row, faults: [rowFault(row, message)] }, standing };
  });
}

/** What stands in the way of the row: whose matter it is, and how far its draft has come. */
function standingFaults(call: Call, row: ListRow, standing: Standing | null): RowFault[] {
  const current = standing?.draft?.departmentId ?? standing?.matter?.departmentId ?? row.departmentId;
  const departments = [row.departmentId, current].filter((id) => id !== '');
  if (!departments.every((id) => mayIn(call, 'catalog.edit', id))) {
    return [rowFault(row, '不是您部门的事项，请由该部门或改革办导入。')];
  }
  const draft = standing?.draft;
  if (draft === null || draft === undefined) return [];
  if (draft.operation === 'retire') return [rowFault(row, '这个事项正在办理取消，请先放弃取消的草稿，或删除这一行。')];
  return isDraftEditable(draft.status) ? [] : [rowFault(row, '这个事项的草稿正在审核或待发布，请先退回或重新打开。')];
}

/** A value that the readers let through and the catalog does not take: no list may break a guide. */
function shapeFaults(row: ListRow, changes: readonly FieldChange[]): RowFault[] {
  return changes
    .filter(({ path, after }) => !fieldShapes[path].safeParse(after).success)
    .map(({ path }) => rowFault(row, `“${fieldLabel(path)}”的内容不符合要求，请在编辑页填写，并清空这一格。`));
}

async function findRetired(em: Em, rows: readonly ListRow[]): Promise<Set<string>> {
  const codes = rows.flatMap(({ code }) => code ?? []);
  const retired = new Set<string>();
  for (const piece of inPieces(codes, rowsAtOnce)) {
    const where = { code: { $in: [...piece] }, retiredOn: { $ne: null } };
    const found = await em.find(Matter, where, { fields: ['code'], disableIdentityMap: true });
    for (const { code } of found) retired.add(code);
  }
  return retired;
}

/** A list of one department says nothing about the others. */
function missingOf(call: Call, rows: readonly PlannedRow[], published: readonly PublishedMatter[]): PublishedMatter[] {
  const listed = new Set(rows.flatMap(({ standing }) => standing?.code ?? []));
  const departments = new Set(rows.map(({ row }) => row.departmentId));
  return published.filter(
    ({ code, departmentId }) =>
      departments.has(departmentId) && !listed.has(code) && mayIn(call, 'catalog.edit', departmentId),
  );
}
