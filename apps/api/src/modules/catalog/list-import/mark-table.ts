import type { Issue } from '@yitang/contract';
import {
  markSheets,
  textOf,
  withoutMarks,
  type Mark,
  type PlainRow,
  type PlainSheet,
} from '@yitang/domain/list-import';
import { FileAnswer, type Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { workbookType } from '../../../platform/table-file/index.ts';
import { sheetDeskKey } from './sheet-desk.ts';

/** What concerns no row stands on a sheet of its own, so that the first one stays what was sent. */
const notesName = '整表的问题';
const clean = '没有发现问题，可以导入。';

/** The name of a marked file. */
export const markedName = (fileName: string): string => `${fileName.replace(/\.(xlsx|csv)$/i, '')}-检查结果.xlsx`;

export interface SentTable {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * A table that was sent, to mend it and send it again: what is wrong stands in front of each row, the cells are painted,
 * and other sheets are as they came. An issue names its place as `rows.12.办件量`.
 * @throws `import.unreadable` with the reason in a sentence, `service.unavailable`
 */
export async function markTable(call: Call, sent: SentTable, issues: readonly Issue[]): Promise<FileAnswer> {
  const desk = call.deps.services.get(sheetDeskKey);
  const sheets = withoutMarks(await desk.read(sent.bytes)).filter(({ name }) => name !== notesName);
  const [sheet] = sheets;
  const header = sheet?.rows.find(({ cells }) => cells.some((cell) => textOf(cell) !== ''));
  if (sheet === undefined || header === undefined) throw problem('import.unreadable');
  const marks = issues.flatMap((issue) => markOf(issue, sheet, header) ?? []);
  const marked = markSheets(sheets, { parts: [{ sheet, headerRows: [header.row] }] }, marks);
  const content = await desk.write([...marked, ...notesOf(issues)]);
  return new FileAnswer({ content, mediaType: workbookType, fileName: markedName(sent.name) });
}

function markOf({ field, message }: Issue, sheet: PlainSheet, header: PlainRow): Mark | undefined {
  const [, row, column = ''] = /^rows\.(\d+)\.(.+)$/.exec(field) ?? [];
  if (row === undefined) return undefined;
  const labels = header.cells.map(textOf);
  // A header may say more than the name: 月份（2026年）.
  const index = labels.findIndex(
    (label) => label === column || (/^[（(]/.test(label.slice(column.length)) && label.startsWith(column)),
  );
  return { sheet: sheet.name, row: Number(row), index: index < 0 ? null : index, column, message };
}

function notesOf(issues: readonly Issue[]) {
  const said =
    issues.length === 0
      ? [clean]
      : issues.filter(({ field }) => !field.startsWith('rows.')).map(({ message }) => message);
  if (said.length === 0) return [];
  const rows = said.map((text, index) => ({ row: index + 1, cells: [text], wrong: [], isHeader: false }));
  return [{ name: notesName, rows, frozen: 0 }];
}
