import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { RareCharacters } from '../../../platform/typesetting/index.ts';
import { mm, sheetDocument, type SetText } from './sheet-frame.ts';
import type { PaperTable, ReceiptSheet } from './sheets.ts';

/** 受理单 as pdfmake's document: facts as a table, then lists and notes; it reads as well in black and white. */
export function receiptDocument(sheet: ReceiptSheet, set: SetText): TDocumentDefinitions {
  return sheetDocument(sheet, set, [
    { text: set(sheet.university), alignment: 'center', fontSize: 13 },
    { text: set(sheet.title), alignment: 'center', fontSize: 20, margin: [0, 4, 0, mm(5)] },
    ruled(
      sheet.facts.map(({ label, value }) => [cell(label, set), cell(value, set)]),
      { dontBreakRows: true },
    ),
    ...sheet.tables.flatMap((table) => tableOf(table, set)),
    ...sheet.lists.flatMap(({ title, items }) => list(title, items, set)),
    ...sheet.notes.map((note): Content => ({ text: set(note), margin: [0, mm(3), 0, 0] })),
  ]);
}

const ruled = (body: Content[][], { dontBreakRows }: { dontBreakRows: boolean }): Content => ({
  table: { widths: [mm(38), '*'], dontBreakRows, body },
  layout: { hLineWidth: () => 0.6, vLineWidth: () => 0.6 },
});

/** An answer may be longer than a page. */
function tableOf({ title, rows, unprintable }: PaperTable, set: SetText): Content[] {
  if (rows.length === 0) return [];
  const body = rows.map(({ label, value }) => [cell(label, set), cell(value, orElse(set, unprintable))]);
  return [heading(title, set), ruled(body, { dontBreakRows: false })];
}

function orElse(set: SetText, other: string): SetText {
  return (text) => {
    try {
      return set(text);
    } catch (error) {
      if (!(error instanceof RareCharacters)) throw error;
      return set(other);
    }
  };
}

const heading = (title: string, set: SetText): Content => ({
  text: set(title),
  fontSize: 12,
  margin: [0, mm(6), 0, 2],
});

const cell = (text: string, set: SetText): Content => ({ text: set(text), margin: [3, 2, 3, 2] });

function list(title: string, items: readonly string[], set: SetText): Content[] {
  if (items.length === 0) return [];
  return [
    heading(title, set),
    ...items.map((item, index): Content => ({ text: set(`${index + 1}. ${item}`), margin: [4, 1, 0, 1] })),
  ];
}
