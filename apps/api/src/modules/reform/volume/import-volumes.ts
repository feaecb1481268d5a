import type { Issue, VolumeReportData } from '@yitang/contract';
import { civilDateAt, yearOf } from '@yitang/domain/calendar';
import type { ReportField, ReportRow } from '@yitang/domain/volume';
import { FileAnswer, type Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import {
  workbookType,
  readTable,
  readUploadedFile,
  readUploadedTable,
  requireColumns,
  writeXlsx,
  type Table,
  type TableRow,
} from '../../../platform/table-file/index.ts';
import { catalogKey, markTable } from '../../catalog/index.ts';
import { planReport, type ReportPlan } from './plan-report.ts';
import { presentPlan, recordReport } from './report-volumes.ts';
import { toIssues, volumeColumns } from './report-sentences.ts';
import { loadSources } from './sources.ts';
import { mayReportFor, mayUse } from './volume-access.ts';

const fields = Object.keys(volumeColumns) as ReportField[];
const matterName = '事项名称';
const mostRows = 5_000;

/** 月份（2026年） */
const monthHeader = /^月份[（(](\d{4})年?[）)]$/;

/**
 * Takes a sheet of figures; a repeat changes nothing, and with one wrong row nothing is recorded.
 * @throws `import.unreadable`, and without a dry run `import.rows` with every fault, its place as `rows.12.办件量`
 */
export async function importVolumes(
  call: Call,
  { isDryRun, isConfirmed }: { readonly isDryRun: boolean; readonly isConfirmed: boolean },
): Promise<VolumeReportData> {
  const table = await readTable(await readUploadedTable(call.ctx.req));
  const sheet = readSheet(table);
  const refusalOf = (plan: ReportPlan) => ({ code: 'import.rows' as const, issues: issuesOf(plan, sheet) });
  const request = { rows: sheet.rows, headerYear: sheet.headerYear, isConfirmed };
  if (!isDryRun) {
    if (sheet.issues.length > 0) throw problem('import.rows', { issues: sheet.issues });
    return recordReport(call, request, refusalOf);
  }
  const plan = await planReport(call, call.em, request);
  await call.deps.audit.read(call, { action: 'volume.check-import', target: { type: 'import', id: 'volumes' } });
  const issues = sheet.isReadable ? issuesOf(plan, sheet) : [...sheet.issues];
  return presentPlan(call, plan, { isDryRun: true, rows: sheet.rows.length, issues });
}

/** The sheet with every fault beside its row, to mend it and send it again. @throws `import.unreadable` */
export async function markVolumes(call: Call): Promise<FileAnswer> {
  const sent = await readUploadedFile(call.ctx.req);
  const sheet = readSheet(await readTable(sent.bytes));
  const plan = await planReport(call, call.em, { ...sheet, isConfirmed: false });
  await call.deps.audit.read(call, { action: 'volume.mark-import', target: { type: 'import', id: 'volumes' } });
  return markTable(call, sent, sheet.isReadable ? issuesOf(plan, sheet) : sheet.issues);
}

interface ReadSheet {
  readonly isReadable: boolean;
  readonly headerYear: number | undefined;
  readonly rows: readonly ReportRow[];
  /** As the file counts. */
  readonly numbers: readonly number[];
  readonly issues: readonly Issue[];
}

function readSheet(table: Table): ReadSheet {
  const issues: Issue[] = [...table.issues];
  const month = table.columns.find((name) => name === volumeColumns.month || monthHeader.test(name));
  const headerYear = month === undefined ? undefined : Number(monthHeader.exec(month)?.[1] ?? 0) || undefined;
  const needed = [volumeColumns.matter, month ?? volumeColumns.month, volumeColumns.cases, volumeColumns.source];
  const isReadable = requireColumns(table.columns, [...needed, volumeColumns.evidence], issues);
  // Of the template people leave out the matters that they have nothing to say of.
  const filled = table.rows.filter((row) => (row.cells.get(volumeColumns.cases) ?? '') !== '' || hasMore(row));
  if (filled.length > mostRows)
    issues.push({ field: 'file', code: 'too-many', message: `一个文件最多 ${mostRows} 行，请拆成几个文件。` });
  const isTaken = isReadable && filled.length <= mostRows;
  if (isTaken && filled.length === 0)
    issues.push({ field: 'file', code: 'empty', message: '文件里没有填办件量的行。' });
  return {
    ...{ isReadable: isTaken, headerYear, issues },
    rows: isTaken ? filled.map((row) => readRow(row, month ?? '')) : [],
    numbers: filled.map(({ number }) => number),
  };
}

/** A row with evidence and no number has been forgotten half-way. */
const hasMore = (row: TableRow): boolean => (row.cells.get(volumeColumns.evidence) ?? '') !== '';

function readRow(row: TableRow, month: string): ReportRow {
  const cell = (field: ReportField): string => row.cells.get(field === 'month' ? month : volumeColumns[field]) ?? '';
  return Object.fromEntries(fields.map((field) => [field, cell(field)])) as Record<ReportField, string>;
}

function issuesOf({ decision }: ReportPlan, { numbers, issues }: ReadSheet): Issue[] {
  const faults = decision.ok ? [] : decision.faults;
  const numberOf = (row: number): number => numbers[row] ?? 0;
  const place = (row: number | null, field: ReportField): string =>
    row === null ? 'file' : `rows.${numberOf(row)}.${volumeColumns[field]}`;
  return [...issues, ...toIssues(faults, place, (row) => `第 ${numberOf(row)} 行`)];
}

/** The sheet to fill in: a row for each matter that the caller reports, the year of the last complete month in its header. */
export async function volumeTemplate(call: Call): Promise<FileAnswer> {
  const snapshot = call.deps.services.get(catalogKey).current();
  const month = lastMonth(call);
  const sources = [...(await loadSources(call.em)).values()].filter((source) => mayUse(call, source));
  // Who uses one source alone finds it filled in.
  const source = sources.length === 1 ? (sources[0]?.name ?? '') : '';
  const { matter, cases, evidence, source: from, reason } = volumeColumns;
  const rows = snapshot.matters
    .filter(({ departmentId }) => mayReportFor(call, departmentId))
    .map(({ code, name }) => [code, name, month, '', '', source, '']);
  const year = `${volumeColumns.month}（${yearOf(`${month}-01`)}年）`;
  const columns = [matter, matterName, year, cases, evidence, from, reason];
  const names = sources.map(({ name, code, note }) => [name, code, note]);
  const content = await writeXlsx([
    { name: '办件量', columns, rows },
    { name: '来源系统', columns: ['名称', '代号', '说明'], rows: names },
  ]);
  return new FileAnswer({ content, mediaType: workbookType, fileName: `办件量填报表_${month}.xlsx` });
}

function lastMonth(call: Call): string {
  const today = civilDateAt(call.now, call.deps.config.timeZone);
  const [year, month] = [yearOf(today), Number(today.slice(5, 7))];
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}
