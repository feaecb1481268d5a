import type { Answer, Issue, reductionEndpoints } from '@yitang/contract';
import { civilDateAt } from '@yitang/domain/calendar';
import type { BurdenCounts } from '@yitang/domain/reduction';
import type { BurdenMeasure } from '@yitang/domain/vocabulary';
import { isDeepStrictEqual } from 'node:util';
import type { Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import {
  readRow,
  readTable,
  readUploadedTable,
  refuseRepeated,
  requireColumns,
  type RowReader,
  type Table,
} from '../../../platform/table-file/index.ts';
import { catalogKey, mayIn, type PublishedMatter } from '../../catalog/index.ts';
import type { BaselineFigure } from './baseline.entity.ts';
import { currentOf, listBaselines } from './find-baselines.ts';
import { insertBaseline } from './record-baseline.ts';

type Report = Answer<typeof reductionEndpoints.importBaselines>;

const figureColumns: Readonly<Record<BurdenMeasure, string>> = {
  materials: '申请材料数',
  steps: '办理环节数',
  days: '承诺时限（工作日）',
  visits: '到现场次数',
  levels: '办理层级数',
  preconditions: '前置条件数',
};
export const baselineColumns = ['事项编码', '日期', ...Object.values(figureColumns), '依据', '更正理由'] as const;

interface ReadRow {
  readonly reader: RowReader;
  readonly matter: PublishedMatter | undefined;
  readonly onDay: string;
  readonly counts: BurdenCounts;
  readonly evidence: string;
  readonly reason: string | null;
  replaced: BaselineFigure | undefined;
  isUnchanged: boolean;
}

/**
 * Figures on paper of many matters; a repeat changes nothing, and with one wrong row nothing is entered.
 * @throws `import.unreadable`, and without a dry run `import.rows` with every fault
 */
export async function importBaselines(call: Call, isDryRun: boolean): Promise<Report> {
  const table = await readTable(await readUploadedTable(call.ctx.req));
  if (isDryRun) {
    const { rows, issues } = await planImport(call, call.em, table);
    await call.deps.audit.read(call, {
      action: 'reduction.check-baselines',
      target: { type: 'import', id: 'baselines' },
    });
    return reportOf(rows, issues, true);
  }
  return call.deps.runCommand(call, { name: 'reduction.import-baselines' }, async (tx) => {
    const { rows, issues } = await planImport(call, tx.em, table);
    if (issues.length > 0) throw problem('import.rows', { issues });
    for (const { matter, replaced, isUnchanged, onDay, counts, evidence, reason } of rows) {
      if (matter === undefined || isUnchanged) continue;
      const entry = { matterId: matter.id, onDay, counts, evidence, reason, replacesId: replaced?.id ?? null };
      await insertBaseline(call, tx, entry);
    }
    const report = reportOf(rows, issues, false);
    tx.audit({
      action: 'reduction.import-baselines',
      chain: 'import:baselines',
      target: { type: 'import', id: 'baselines' },
      outcome: 'done',
      after: { rows: report.rows, created: report.created, unchanged: report.unchanged },
    });
    return report;
  });
}

async function planImport(call: Call, em: Em, table: Table): Promise<{ rows: ReadRow[]; issues: Issue[] }> {
  const issues: Issue[] = [...table.issues];
  if (!requireColumns(table.columns, ['事项编码', '日期', '依据'], issues)) return { rows: [], issues };
  const today = civilDateAt(call.now, call.deps.config.timeZone);
  const rows = table.rows.map((row) => readFigures(call, readRow(row, issues), today));
  refuseRepeated(
    rows.map(({ reader, matter, onDay }) => [reader, `${matter?.code} ${onDay}`]),
    '事项编码',
  );
  const ids = [...new Set(rows.flatMap(({ matter }) => matter?.id ?? []))];
  const known = Map.groupBy(ids.length === 0 ? [] : await listBaselines(em, ids), ({ matterId }) => matterId);
  for (const row of rows) compareWithKnown(row, known.get(row.matter?.id ?? '') ?? []);
  return { rows, issues };
}

function readFigures(call: Call, reader: RowReader, today: string): ReadRow {
  const code = reader.requiredText('事项编码', 40);
  const matter = call.deps.services.get(catalogKey).current().find(code);
  if (code !== '' && matter === undefined)
    reader.refuse('事项编码', 'cell.unknown', '没有这个在用的事项，请核对编码。');
  else if (matter !== undefined && !mayIn(call, 'reduction.record', matter.departmentId))
    reader.refuse('事项编码', 'cell.foreign', '这个事项不属于您的部门，您不能为它录入。');
  const onDay = reader.requiredDay('日期');
  if (onDay > today) reader.refuse('日期', 'cell.future', '基线是过去的情况，日期不能晚于今天。');
  const entries = Object.entries(figureColumns) as [BurdenMeasure, string][];
  const counts = Object.fromEntries(
    entries.map(([measure, column]) => [measure, readCount(reader, column)]),
  ) as BurdenCounts;
  if (Object.values(counts).every((count) => count === null))
    reader.refuse('申请材料数', 'cell.required', '请至少填写一个数字；不知道的请留空，不要填 0。');
  return {
    ...{ reader, matter, onDay, counts },
    evidence: reader.requiredText('依据', 500),
    reason: reader.text('更正理由', 300),
    replaced: undefined,
    isUnchanged: false,
  };
}

function readCount(reader: RowReader, column: string): number | null {
  const cell = reader.text(column, 20);
  if (cell === null) return null;
  if (/^\d{1,3}$/.test(cell)) return Number(cell);
  reader.refuse(column, 'cell.number', '请填写 0 到 999 的整数；不知道的请留空。');
  return null;
}

function compareWithKnown(row: ReadRow, known: readonly BaselineFigure[]): void {
  row.replaced = currentOf(known, row.onDay);
  if (row.replaced === undefined) return;
  row.isUnchanged = isDeepStrictEqual(row.replaced.counts, row.counts);
  if (!row.isUnchanged && row.reason === null)
    row.reader.refuse('更正理由', 'cell.required', '这一天已有记录。要更正它，请写明理由；原记录会保留。');
}

function reportOf(rows: readonly ReadRow[], issues: readonly Issue[], isDryRun: boolean): Report {
  const unchanged = rows.filter((row) => row.isUnchanged).length;
  return { isDryRun, rows: rows.length, created: rows.length - unchanged, unchanged, issues: [...issues] };
}
