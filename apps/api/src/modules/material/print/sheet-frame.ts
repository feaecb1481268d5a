import type { Content, DynamicContent, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Sheet } from './sheets.ts';
import type { SetText } from '../../../platform/typesetting/index.ts';

/** Millimetres in points. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;
export const margin = mm(20);
export const pageWidth = mm(210) - 2 * margin;
export const grey = '#444444';

export type { SetText };

/** A4 with 20 mm margins; below every page the QR code, the number, the time of printing and page x of y. */
export function sheetDocument(sheet: Sheet, set: SetText, content: Content[]): TDocumentDefinitions {
  return {
    pageSize: 'A4',
    pageMargins: [margin, margin + (sheet.isDemo ? 22 : 0), margin, margin + 78],
    version: '1.7',
    language: sheet.kind === 'receipt' ? sheet.language : 'zh-CN',
    displayTitle: true,
    info: {
      title: `${titleOf(sheet)} ${sheet.number}`,
      author: sheet.university,
      creator: 'Yitang',
      producer: 'Yitang',
    },
    defaultStyle: { font: 'face0', fontSize: 10.5, lineHeight: 1.15, color: '#000000' },
    content,
    ...(sheet.isDemo ? { header: demoBanner(set) } : {}),
    ...(sheet.kind === 'certificate' && sheet.isSample ? { background: sampleMark(set) } : {}),
    footer: sheetFooter(sheet, set),
  };
}

const titleOf = (sheet: Sheet): string => (sheet.kind === 'receipt' ? sheet.title : sheet.title.zh);

function demoBanner(set: SetText): Content {
  return {
    margin: [margin, margin, margin, 0],
    table: {
      widths: ['*'],
      body: [
        [
          {
            text: set('演示数据 · 不具有任何效力　DEMO DATA – NOT A VALID DOCUMENT'),
            alignment: 'center',
            fontSize: 9,
          },
        ],
      ],
    },
  };
}

/** Pale and large behind the words, on every page: nobody takes it for a certificate. */
function sampleMark(set: SetText): Content {
  const marks = [62, 62, 62].map((gap): Content => ({ text: set('样张 SAMPLE'), margin: [0, mm(gap - 24), 0, 0] }));
  return { stack: marks, alignment: 'center', fontSize: 64, lineHeight: 1, color: '#dcdcdc' };
}

function sheetFooter(sheet: Sheet, set: SetText): DynamicContent {
  return (page, pages) => ({
    margin: [margin, 4, margin, 0],
    columns: [
      { qr: sheet.url, fit: mm(24), eccLevel: 'M', width: mm(28) },
      { stack: footerLines(sheet, set), fontSize: 8.5, lineHeight: 1.05, color: grey, margin: [0, 2, 0, 0] },
      {
        text: set(`第 ${page} 页 / 共 ${pages} 页`),
        width: mm(30),
        alignment: 'right',
        noWrap: true,
        fontSize: 8.5,
        color: grey,
        margin: [0, 2, 0, 0],
      },
    ],
  });
}

function footerLines(sheet: Sheet, set: SetText): Content[] {
  const purpose = purposeOf(sheet);
  return [
    { text: set(purpose) },
    { text: set(sheet.url), fontSize: 7.5 },
    { text: set(`编号 No. ${sheet.number}`) },
    { text: set(`打印时间 Printed ${sheet.printedAt}`) },
  ];
}

function purposeOf(sheet: Sheet): string {
  if (sheet.kind === 'receipt') return sheet.purpose;
  if (sheet.isSample) return '样张，取值是虚构的，不能核验　Sample, not a certificate';
  return '扫描二维码核验真伪，并可比对本文件是否被改动　Scan to verify';
}
