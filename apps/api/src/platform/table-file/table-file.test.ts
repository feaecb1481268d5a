import { Workbook } from '@cj-tech-master/excelts';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../../tests/support/property.ts';
import { parseCsv, readTable } from './index.ts';

const rowsOf = async (bytes: Buffer) =>
  (await readTable(bytes)).rows.map((row) => [row.number, Object.fromEntries(row.cells)]);

async function workbook(rows: unknown[][]): Promise<Buffer> {
  const book = new Workbook();
  const sheet = book.addWorksheet('人员');
  for (const row of rows) sheet.addRow(row as never);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('CSV', () => {
  const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  property(
    'what is quoted and written comes back',
    fc.record({
      records: fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), { minLength: 1 }),
      end: fc.constantFrom('\n', '\r\n'),
    }),
    ({ records, end }) => {
      expect(parseCsv(records.map((record) => record.map(quote).join(',')).join(end))).toEqual(records);
    },
  );
  test('plain cells, empty cells and line ends', () => {
    expect(parseCsv('\ufeffa,b,\r\n"x ""y"",\nz",,1\n')).toEqual([
      ['a', 'b', ''],
      ['x "y",\nz', '', '1'],
    ]);
    expect(parseCsv('a\n\nb')).toEqual([['a'], [''], ['b']]);
    expect(parseCsv('')).toEqual([]);
    expect(parseCsv('"open')).toBeUndefined();
    expect(parseCsv('"a"b,c')).toBeUndefined();
  });
});

describe('a table file', () => {
  test('gives rows by column, numbered as the file shows them, empty rows left out', async () => {
    expect(await rowsOf(Buffer.from('学工号, 姓名\n0023,李 明\n,\n0024,龘𠮷\n'))).toEqual([
      [2, { 学工号: '0023', 姓名: '李 明' }],
      [4, { 学工号: '0024', 姓名: '龘𠮷' }],
    ]);
  });
  test('may be saved by a Chinese Excel', async () => {
    const gb18030 = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x0a, 0xc0, 0xee, 0xc3, 0xf7]);
    expect(await rowsOf(gb18030)).toEqual([[2, { 姓名: '李明' }]]);
  });
  test('may be a workbook; formulas stay text, days are days, rich text is text', async () => {
    const bytes = await workbook([
      ['学工号', '姓名', '起始日期', '备注'],
      [
        '0023',
        { richText: [{ text: '李' }, { text: '明' }] },
        new Date('2026-09-01T00:00:00Z'),
        { formula: 'HYPERLINK("http://x")', result: 'x' },
      ],
      [2023141001, '王芳', '', null],
    ]);
    expect(await rowsOf(bytes)).toEqual([
      [2, { 学工号: '0023', 姓名: '李明', 起始日期: '2026-09-01', 备注: '=HYPERLINK("http://x")' }],
      [3, { 学工号: '2023141001', 姓名: '王芳', 起始日期: '', 备注: '' }],
    ]);
  });
  test('is what was written: an apostrophe that keeps a text from being computed is taken back, a hidden sheet is none', async () => {
    const book = new Workbook();
    book.addWorksheet('隐藏', { state: 'hidden' }).addRow(['别的']);
    book.addWorksheet('人员').addRows([['姓名'], ["'=1+1"], ["O'Neil"]]);
    expect(await rowsOf(Buffer.from(await book.xlsx.writeBuffer()))).toEqual([
      [2, { 姓名: '=1+1' }],
      [3, { 姓名: "O'Neil" }],
    ]);
  });
  test('says which long number Excel has rounded', async () => {
    const table = await readTable(await workbook([['身份证号'], [Number('330106200001011230')]]));
    expect(table.issues).toMatchObject([{ field: 'rows.2.身份证号', code: 'cell.rounded' }]);
  });
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a PDF', Buffer.from('%PDF-1.7\n\u0000\u0001')],
    ['a broken workbook', Buffer.from('PK\u0003\u0004 broken')],
    ['a doubled column', Buffer.from('姓名,姓名\na,b')],
    ['an open quote', Buffer.from('姓名\n"a')],
    ['too many rows', Buffer.from(`姓名\n${'a\n'.repeat(50_001)}`)],
  ])('that is %s is refused', async (_name, bytes) => {
    await expect(readTable(bytes)).rejects.toMatchObject({ code: 'import.unreadable' });
  });
  test('that unpacks to gigabytes is refused before it is unpacked', async () => {
    const bytes = await workbook([['姓名'], ['李明']]);
    const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bytes.writeUInt32LE(0x7fffffff, directory + 24);
    await expect(readTable(bytes)).rejects.toMatchObject({ code: 'import.unreadable' });
  });
  test('that is too large is refused', async () => {
    await expect(readTable(Buffer.alloc(10 * 1024 * 1024 + 1, 'a'))).rejects.toMatchObject({
      code: 'request.too-large',
    });
  });
});
