import type { Input, Issue, listImportEndpoints } from '@yitang/contract';
import { sectionProgress, type MatterContent } from '@yitang/domain/catalog';
import { withChanges } from '@yitang/domain/list-import';
import { inPieces } from '../../../database/index.ts';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { insertPlannedBatch } from '../batch/plan-batch.ts';
import { requireWithin } from '../batch/batch-access.ts';
import { catalogKey } from '../catalog-key.ts';
import { completenessOf } from '../draft/completeness.ts';
import { MatterDraft } from '../draft/draft.entity.ts';
import { nextMatterCodes } from '../matter-code.ts';
import { loadFile, requireImport } from './find-import.ts';
import { CatalogImport, type ImportResult } from './list-import.entity.ts';
import { planList, type ListPlan, type PlannedRow } from './plan-list.ts';

type Wanted = Input<typeof listImportEndpoints.applyCatalogImport>['body'];

/** Guides are long, and a statement is not without end. */
const draftsAtOnce = 200;
const mostIssues = 200;

/**
 * Makes drafts of the new and changed rows; a draft that is open already is changed. All of it or nothing.
 * @throws `import.rows` with the faults unless they are to be left out, `import.finished` the second time,
 *   `record.changed` where somebody edits one of the drafts meanwhile
 */
export async function applyList(call: Call, id: string, wanted: Wanted): Promise<ImportResult> {
  const file = await loadFile(call, await requireImport(call, call.em, id));
  return call.deps.runCommand(call, { name: 'catalog.apply-list' }, async (tx) => {
    const found = await requireImport(call, tx.em, id);
    const plan = await planList(call, tx.em, { found, file });
    if (!wanted.withoutFaulty) requireClean(plan);
    const rows = plan.rows.filter(({ kind }) => kind === 'new' || kind === 'changed');
    const batchId = await planBatchFor(call, tx, { rows, title: wanted.batchTitle });
    const made: Made = { byName: call.principal.displayName ?? '', batchId };
    await insertDrafts(tx, await newDrafts(call, tx, rows), made);
    await changeDrafts(tx, rows, made);
    const count = (kind: PlannedRow['kind']) => plan.rows.filter((row) => row.kind === kind).length;
    const counts = { created: count('new'), changed: count('changed'), unchanged: count('unchanged') };
    const result: ImportResult = { ...counts, leftOut: count('faulty'), batchId };
    const written = await tx.em.nativeUpdate(CatalogImport, { id, blobId: found.blobId }, { result, blobId: null });
    if (written !== 1 || typeof found.blobId !== 'string') throw problem('import.finished');
    await call.deps.blobs.remove(found.blobId, tx.em);
    tx.audit({
      action: 'catalog.apply-list',
      chain: `import:${id}`,
      target: { type: 'catalog-import', id },
      outcome: 'done',
      after: { ...result },
    });
    return result;
  });
}

function requireClean({ rows }: ListPlan): void {
  const issues = rows
    .flatMap(({ faults }) => faults)
    .map(({ row, column, message }): Issue => ({ field: `rows.${row}.${column}`, code: 'row', message }));
  if (issues.length > 0) throw problem('import.rows', { issues: issues.slice(0, mostIssues) });
}

async function planBatchFor(
  call: Call,
  tx: Tx,
  { rows, title }: { rows: readonly PlannedRow[]; title: string | null },
): Promise<string | null> {
  if (title === null || rows.length === 0) return null;
  requireWithin(
    call,
    rows.map(({ row }) => row),
  );
  return insertPlannedBatch(tx, { title, note: null }, call.principal.displayName ?? '');
}

interface Made {
  readonly byName: string;
  readonly batchId: string | null;
}

interface NewDraft {
  readonly operation: 'add' | 'change';
  readonly baseVersion: number | null;
  readonly content: MatterContent;
}

/** Of matters that are new, and of published ones without a draft. */
async function newDrafts(call: Call, tx: Tx, rows: readonly PlannedRow[]): Promise<NewDraft[]> {
  const codes = await codesFor(
    call,
    tx,
    rows.filter(({ standing }) => standing === null),
  );
  return rows
    .filter(({ standing }) => standing?.draft === null || standing === null)
    .map((planned): NewDraft => {
      const content = withChanges(planned.content, planned.changes);
      const { standing } = planned;
      if (standing !== null) return { operation: 'change', baseVersion: standing.matter?.version ?? null, content };
      const code = codes.get(planned) ?? '';
      return { operation: 'add', baseVersion: null, content: { ...content, summary: { ...content.summary, code } } };
    });
}

/** The codes of new matters: the file's own, or the next ones of each department. */
async function codesFor(call: Call, tx: Tx, rows: readonly PlannedRow[]): Promise<Map<PlannedRow, string>> {
  const codes = new Map<PlannedRow, string>();
  const taken = new Set<string>();
  for (const planned of rows) {
    if (planned.row.code === null) continue;
    codes.set(planned, planned.row.code);
    taken.add(planned.row.code);
  }
  const snapshot = call.deps.services.get(catalogKey).current();
  const without = Map.groupBy(
    rows.filter((planned) => !codes.has(planned)),
    ({ row }) => snapshot.findDepartment(row.departmentId)?.code ?? '',
  );
  for (const [departmentCode, group] of without) {
    const next = await nextMatterCodes(tx.em, departmentCode, group.length + taken.size);
    const free = next.filter((code) => !taken.has(code));
    for (const [index, planned] of group.entries()) {
      codes.set(planned, free[index] ?? '');
      taken.add(free[index] ?? '');
    }
  }
  return codes;
}

async function insertDrafts(tx: Tx, drafts: readonly NewDraft[], { byName, batchId }: Made): Promise<void> {
  for (const piece of inPieces(drafts, draftsAtOnce)) {
    await tx.em.insertMany(
      MatterDraft,
      piece.map(({ operation, baseVersion, content }) => ({
        id: newId(tx.now.getTime()),
        code: content.summary.code,
        openKey: content.summary.code,
        operation,
        departmentId: content.summary.departmentId,
        name: content.summary.name,
        status: 'editing' as const,
        baseVersion,
        successorCode: null,
        content,
        marks: {},
        completeness: completenessOf(sectionProgress(content)),
        revision: 0,
        batchId,
        createdAt: tx.now,
        updatedAt: tx.now,
        updatedBy: byName,
      })),
    );
  }
}

/** Drafts that are open already; whoever edits one of them at this moment is not written over. */
async function changeDrafts(tx: Tx, rows: readonly PlannedRow[], { byName, batchId }: Made): Promise<void> {
  for (const { standing, content: before, changes } of rows) {
    const draft = standing?.draft;
    if (draft === null || draft === undefined) continue;
    const content = withChanges(before, changes);
    const revision = draft.revision + 1;
    const { marks } = await tx.em.findOneOrFail(
      MatterDraft,
      { id: draft.id },
      { fields: ['marks'], disableIdentityMap: true },
    );
    const written = await tx.em.nativeUpdate(
      MatterDraft,
      { id: draft.id, revision: draft.revision },
      {
        content,
        marks: { ...marks, ...Object.fromEntries(changes.map(({ path }) => [path, { revision, by: byName }])) },
        completeness: completenessOf(sectionProgress(content)),
        revision,
        name: content.summary.name,
        departmentId: content.summary.departmentId,
        batchId: draft.batchId ?? batchId,
        updatedAt: tx.now,
        updatedBy: byName,
      },
    );
    if (written !== 1) throw problem('record.changed');
  }
}
