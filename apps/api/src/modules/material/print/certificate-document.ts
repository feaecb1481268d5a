import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { LocalText } from '@yitang/domain/vocabulary';
import { sealDrawing } from './seal.ts';
import { grey, mm, pageWidth, sheetDocument, type SetText } from './sheet-frame.ts';
import type { CertificateSheet } from './sheets.ts';

const sealSize = mm(33);

/** The certificate as pdfmake's document: title, number, sentences, table, issuer with seal. */
export function certificateDocument(sheet: CertificateSheet, set: SetText): TDocumentDefinitions {
  return sheetDocument(sheet, set, [
    { text: set(sheet.university), alignment: 'center', fontSize: 15, characterSpacing: 4, margin: [0, mm(2), 0, 2] },
    { canvas: [{ type: 'line', x1: 0, y1: 0, x2: pageWidth, y2: 0, lineWidth: 0.8 }] },
    {
      text: set(sheet.title.zh),
      alignment: 'center',
      fontSize: 26,
      characterSpacing: 7,
      lineHeight: 1,
      margin: [0, mm(7), 0, 0],
    },
    ...english(sheet, sheet.title, (text) => ({
      text: set(text),
      alignment: 'center',
      fontSize: 13,
      lineHeight: 1,
      margin: [0, 2, 0, 0],
    })),
    {
      text: set(`编号 No. ${sheet.number}`),
      alignment: 'right',
      color: grey,
      fontSize: 10,
      margin: [0, mm(4), 0, mm(3)],
    },
    ...sheet.lines.map((line): Content => ({ text: set(line.zh), fontSize: 13, lineHeight: 1.3, leadingIndent: 26 })),
    ...sheet.lines.flatMap((line) =>
      english(sheet, line, (text) => ({ text: set(text), fontSize: 11, lineHeight: 1.05, margin: [0, 3, 0, 0] })),
    ),
    ...table(sheet, set),
    signature(sheet, set),
  ]);
}

function english(sheet: CertificateSheet, text: LocalText, draw: (text: string) => Content): Content[] {
  return sheet.isBilingual && text.en !== undefined ? [draw(text.en)] : [];
}

function table(sheet: CertificateSheet, set: SetText): Content[] {
  if (sheet.table.length === 0) return [];
  const words = (text: LocalText): string => {
    const second = sheet.isBilingual && text.en !== text.zh ? (text.en ?? '') : '';
    return `${text.zh}\u3000${second}`.trim();
  };
  const cell = (text: LocalText): Content => ({ text: set(words(text)), lineHeight: 1.05, margin: [4, 1, 4, 1] });
  return [
    {
      margin: [0, mm(5), 0, 0],
      table: {
        widths: [mm(70), '*'],
        body: sheet.table.map((row) => [cell(row.label), cell(row.value)]),
        dontBreakRows: true,
      },
      layout: { hLineWidth: () => 0.6, vLineWidth: () => 0.6 },
    },
  ];
}

/** Issuer and day at the right, the seal over them as on paper. */
function signature(sheet: CertificateSheet, set: SetText): Content {
  const width = mm(80);
  const left = pageWidth - width;
  return {
    unbreakable: true,
    // The seal stands higher than the issuer: on a table it may lie, on sentences it may not.
    margin: [0, mm(sheet.table.length === 0 ? 15 : 3), 0, 0],
    stack: [
      {
        lineHeight: 1.05,
        margin: [left, mm(3), 0, 0],
        alignment: 'center',
        stack: [
          { text: set(sheet.issuer.zh), fontSize: 13 },
          ...english(sheet, sheet.issuer, (text) => ({ text: set(text), fontSize: 10 })),
          { text: set(sheet.issuedOn.zh), fontSize: 13, margin: [0, 4, 0, 0] },
          ...english(sheet, sheet.issuedOn, (text) => ({ text: set(text), fontSize: 10 })),
          ...validity(sheet, set),
        ],
      },
      {
        stack: [sealDrawing(sheet.issuer.zh, { size: sealSize, isDemo: sheet.isDemo, set })],
        relativePosition: { x: sealLeft(sheet, { left, width }), y: -mm(34) },
      },
    ],
  };
}

function sealLeft({ sealPosition }: CertificateSheet, issuer: { left: number; width: number }): number {
  return sealPosition === 'over' ? issuer.left + (issuer.width - sealSize) / 2 : issuer.left - sealSize;
}

function validity(sheet: CertificateSheet, set: SetText): Content[] {
  if (sheet.validUntil === null) return [];
  const words = sheet.isBilingual
    ? `有效期至 ${sheet.validUntil.zh}\u3000Valid until ${sheet.validUntil.en ?? sheet.validUntil.zh}`
    : `有效期至 ${sheet.validUntil.zh}`;
  return [{ text: set(words), fontSize: 9, color: grey, margin: [0, 4, 0, 0] }];
}
