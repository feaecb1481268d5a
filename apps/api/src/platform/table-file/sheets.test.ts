import { Workbook } from '@cj-tech-master/excelts';
import { expect, test } from '@jest/globals';
import { readSheets, writeSheets } from './index.ts';

async function workbook(fill: (book: Workbook) => void): Promise<Buffer> {
  const book = new Workbook();
  fill(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}
const sheetsOf = async (bytes: Buffer) => {
  const read = await readSheets(bytes);
  if ('fault' in read) throw new Error(read.fault.kind);
  return read.sheets;
};

test('every visible sheet is read, and a merged cell stands in each of its places', async () => {
  const bytes = await workbook((book) => {
    const sheet = book.addWorksheet('清单');
    sheet.addRow(['时限', '', '部门']);
    sheet.addRow(['法定', '承诺', '教务处']);
    sheet.addRow(['5', '3', '']);
    sheet.mergeCells('A1:B1');
    sheet.mergeCells('C2:C3');
    sheet.getCell('D3').value = { formula: '1+1', result: 2 };
    book.addWorksheet('说明').addRow(['x']);
    book.addWorksheet('隐藏', { state: 'hidden' }).addRow(['y']);
  });
  expect(await sheetsOf(bytes)).toEqual([
    {
      name: '清单',
      rows: [
        { row: 1, cells: ['时限', '时限', '部门'] },
        { row: 2, cells: ['法定', '承诺', '教务处'] },
        { row: 3, cells: ['5', '3', '教务处', '=1+1'] },
      ],
    },
    { name: '说明', rows: [{ row: 1, cells: ['x'] }] },
  ]);
});

test.each([
  ['UTF-8', Buffer.from('姓名,部门\n李明,教务处')],
  [
    'GB18030 with semicolons',
    Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x3b, 0x61, 0x0a, 0xc0, 0xee, 0xc3, 0xf7, 0x3b, 0x62]),
  ],
])('a text file in %s is one sheet', async (_name, bytes) => {
  const [sheet] = await sheetsOf(bytes);
  expect(sheet!.rows[1]!.cells[0]).toBe('李明');
  expect(sheet!.rows[0]!.cells).toHaveLength(2);
});

test('what is written comes back', async () => {
  const rows = [
    { row: 1, cells: ['部门', ''], wrong: [], isHeader: true },
    { row: 3, cells: ["'=1+1", '330106200001011230'], wrong: [1], isHeader: false },
  ];
  const [sheet] = await sheetsOf(await writeSheets([{ name: '表', rows, frozen: 1 }]));
  expect(sheet!.rows).toEqual([
    { row: 1, cells: ['部门'] },
    { row: 3, cells: ["'=1+1", '330106200001011230'] },
  ]);
});

const container = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
test.each([
  ['nothing', Buffer.alloc(0), 'unreadable'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'unreadable'],
  ['a broken workbook', Buffer.from('PK\u0003\u0004 broken'), 'unreadable'],
  ['an old workbook', Buffer.concat([container, Buffer.alloc(600)]), 'old-format'],
  ['a locked workbook', Buffer.concat([container, Buffer.from('EncryptedPackage', 'utf16le')]), 'locked'],
  ['100,000 lines', Buffer.from('a,b\n'.repeat(100_000)), 'too-many-rows'],
])('%s is refused', async (_name, bytes, kind) => {
  expect(await readSheets(bytes)).toEqual({ fault: { kind } });
});

test('a cell of ten million letters is named with its place', async () => {
  const bytes = await workbook((book) => {
    book.addWorksheet('清单').addRows([['名称'], ['长'.repeat(40_000)]]);
  });
  expect(await readSheets(bytes)).toEqual({ fault: { kind: 'cell-too-long', sheet: '清单', row: 2, column: 0 } });
});

test('a workbook of very many rows is refused before they are all in memory', async () => {
  const bytes = await workbook((book) => {
    book.addWorksheet('清单').addRows(Array.from({ length: 20_100 }, (_, index) => [`事项${index}`]));
  });
  expect(await readSheets(bytes)).toEqual({ fault: { kind: 'too-many-rows' } });
});
