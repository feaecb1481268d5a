import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { FilingSnapshot } from '@yitang/domain/filing';
import type { SetText } from '../../../../platform/typesetting/index.ts';
import type { PaperTable } from './paper-table.ts';

const mm = (millimetres: number): number => (millimetres * 72) / 25.4;
const margin = mm(14);
const [pageWidth, padding] = [mm(297) - 2 * margin, 2.5];
const grey = '#444444';
const heads = '#e3ede7';

interface Frame {
  readonly snapshot: FilingSnapshot;
  /** SHA-256 of the snapshot: says what the paper was made of. */
  readonly digest: string;
  readonly title: string;
  readonly dated: Date;
}

/**
 * Tables on A4 across as pdfmake's document. Nothing in it depends on when or where it is made: it is dated as given, and
 * its streams stay unpacked, because what zlib makes of them depends on the processor; the archive packs them.
 */
export function paperDocument(tables: readonly PaperTable[], frame: Frame, set: SetText): TDocumentDefinitions {
  const { snapshot, title, dated } = frame;
  return {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [margin, margin + (snapshot.isDemo ? 16 : 0), margin, margin + 18],
    version: '1.7',
    language: 'zh-CN',
    compress: false,
    displayTitle: true,
    info: {
      title,
      author: snapshot.university,
      creator: 'Yitang',
      producer: 'Yitang',
      creationDate: dated,
      modDate: dated,
    },
    defaultStyle: { font: 'face0', fontSize: 8, lineHeight: 1.12, color: '#000000' },
    content: [
      { text: set(snapshot.university), alignment: 'center', fontSize: 10 },
      { text: set(title), alignment: 'center', fontSize: 15, margin: [0, 2, 0, 3] },
      {
        text: set(`目录截止 ${snapshot.asOf}，汇总于 ${snapshot.assembledAt}`),
        alignment: 'center',
        color: grey,
        margin: [0, 0, 0, 6],
      },
      ...tables.flatMap((table, index) => tableContent(table, set, index > 0 || table.name !== title)),
    ],
    ...(snapshot.isDemo
      ? { header: { text: set('演示数据 · 不具有任何效力'), alignment: 'center', margin: [0, mm(7), 0, 0] } }
      : {}),
    footer: footerOf(frame, set),
  };
}

function footerOf({ digest }: Frame, set: SetText): TDocumentDefinitions['footer'] {
  return (page, pages) => ({
    margin: [margin, 6, margin, 0],
    fontSize: 7,
    color: grey,
    columns: [
      { text: set(`数据快照 SHA-256 ${digest.slice(0, 16)}`) },
      { text: set(`第 ${page} 页 / 共 ${pages} 页`), alignment: 'right' },
    ],
  });
}

function tableContent(table: PaperTable, set: SetText, hasTitle: boolean): Content[] {
  const { name, notes = [], rows, empty } = table;
  return [
    ...(hasTitle ? [{ text: set(name), fontSize: 11, margin: [0, 8, 0, 3] } satisfies Content] : []),
    ...notes.map((note): Content => ({ text: set(note), color: grey, margin: [0, 0, 0, 3] })),
    rows.length === 0 ? { text: set(empty), margin: [0, 4, 0, 4] } : gridOf(table, set),
  ];
}

function gridOf({ columns, rows, groups }: PaperTable, set: SetText): Content {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const room = pageWidth - columns.length * (2 * padding + 0.5) - 0.5;
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ width }) => (room * width) / whole),
      body: [
        columns.map(({ name }): TableCell => ({ text: set(name), fillColor: heads, alignment: 'center' })),
        ...rows.flatMap((cells, index) => [
          ...groupRow(groups?.get(index), columns.length, set),
          cells.map((cell): TableCell => cellOf(cell, set)),
        ]),
      ],
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0.5,
      paddingLeft: () => padding,
      paddingRight: () => padding,
      paddingTop: () => 1.5,
      paddingBottom: () => 1.5,
    },
  };
}

const cellOf = (cell: string | number, set: SetText): TableCell =>
  typeof cell === 'number' ? { text: set(String(cell)), alignment: 'right' } : { text: set(cell) };

function groupRow(text: string | undefined, width: number, set: SetText): TableCell[][] {
  if (text === undefined) return [];
  const rest = Array.from({ length: width - 1 }, (): TableCell => ({ text: '' }));
  return [[{ text: set(text), colSpan: width, fillColor: '#f4f4f0' }, ...rest]];
}
