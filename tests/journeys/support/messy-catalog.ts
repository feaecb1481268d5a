import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { readSheets, type Sheet } from '../../../apps/api/src/platform/table-file/index.ts';

/** One matter as offices write it down: by heading, in words of their own. */
export type WrittenRow = Readonly<Partial<Record<string, string>>>;

/** The heading of two levels: where the lower one is the same, the cells are merged. */
const headings: readonly (readonly [upper: string, lower: string])[] = [
  ['序号', '序号'],
  ['归口单位', '归口单位'],
  ['办什么事', '办什么事'],
  ['一句话说清', '一句话说清'],
  ['类别', '类别'],
  ['谁来办', '谁来办'],
  ['事项类型', '事项类型'],
  ['办件类型', '办件类型'],
  ['审查类型', '审查类型'],
  ['承办科室', '承办科室'],
  ['政策依据', '政策依据'],
  ['办理条件', '办理条件'],
  ['所需材料', '所需材料'],
  ['工作流程', '工作流程'],
  ['办理时限', '法定'],
  ['办理时限', '承诺（工作日）'],
  ['受理时间段', '受理时间段'],
  ['办理方式', '办理方式'],
  ['跑动次数', '跑动次数'],
  ['现场原因', '现场原因'],
  ['是否网办', '是否网办'],
  ['收费标准', '收费标准'],
  ['办理结果', '结果名称'],
  ['办理结果', '结果类型'],
  ['领取方式', '领取方式'],
  ['办理地点', '窗口名称'],
  ['办理地点', '办公地点'],
  ['办理地点', '办公时间'],
  ['咨询电话', '咨询电话'],
  ['咨询地址', '咨询地址'],
  ['投诉电话', '投诉电话'],
  ['投诉地址', '投诉地址'],
  ['经办人', '经办人'],
  ['进驻大厅', '进驻大厅'],
  ['可否预约', '可否预约'],
  ['网上支付', '网上支付'],
  ['可否快递', '可否快递'],
  ['自助终端', '自助终端'],
  ['备注', '备注'],
];

const letterOf = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(39 + column)}`;

function addList(sheet: Worksheet, department: string, rows: readonly WrittenRow[]): void {
  sheet.addRow([`${department}校务服务事项报送表`]);
  sheet.addRow(['填报人：　　　　填报日期：２０２６．１１．２０']);
  sheet.addRow(headings.map(([upper]) => upper));
  sheet.addRow(headings.map(([, lower]) => lower));
  sheet.mergeCells(`A1:${letterOf(headings.length - 1)}1`);
  for (let column = 0; column < headings.length;) {
    const [upper, lower] = headings[column]!;
    const wide = headings.filter(([same]) => same === upper).length;
    const [from, to] = [letterOf(column), letterOf(column + wide - 1)];
    sheet.mergeCells(upper === lower ? `${from}3:${from}4` : `${from}3:${to}3`);
    column += wide;
  }
  for (const [index, row] of rows.entries()) {
    const cells = { 序号: String(index + 1), 归口单位: index === 0 ? department : '', ...row } as WrittenRow;
    sheet.addRow(headings.map(([upper, lower]) => cells[lower] ?? cells[upper] ?? ''));
  }
  // The department stands once for all rows that name no other.
  const own = rows.filter((row) => row['归口单位'] === undefined).length;
  if (own > 1) sheet.mergeCells(`B5:B${4 + own}`);
}

/** A workbook with a sheet of explanations and one sheet for each department, as a reform office collects them. */
export async function messyCatalog(
  departments: readonly (readonly [name: string, rows: readonly WrittenRow[]])[],
): Promise<Buffer> {
  const book = new Workbook();
  book.addWorksheet('填表说明').addRows([['一个部门一张表，请如实填写。'], ['有问题请联系改革办。']]);
  for (const [name, rows] of departments) addList(book.addWorksheet(name), name, rows);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** A plain list: the headings are the keys of its first row. */
export async function plainCatalog(rows: readonly WrittenRow[]): Promise<Buffer> {
  const book = new Workbook();
  const columns = Object.keys(rows[0] ?? {});
  book.addWorksheet('调整').addRows([columns, ...rows.map((row) => columns.map((name) => row[name] ?? ''))]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

export async function sheetsIn(bytes: Buffer): Promise<readonly Sheet[]> {
  const read = await readSheets(bytes);
  if ('fault' in read) throw new Error(`the file cannot be read: ${read.fault.kind}`);
  return read.sheets;
}

/** Everything that a workbook says, for searching. */
export const wordsIn = async (bytes: Buffer): Promise<string> =>
  (await sheetsIn(bytes)).flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(String))).join('\n');

/** Whoever mends a file opens it, writes over cells, empties rows, and saves it. */
export async function mend(
  bytes: Buffer,
  mends: readonly { sheet: string; row: number; to: Readonly<Record<number, string>> | 'nothing' }[],
): Promise<Buffer> {
  const book = new Workbook();
  await book.xlsx.load(bytes);
  for (const { sheet, row, to } of mends) {
    const found = book.getWorksheet(sheet);
    if (found === undefined) throw new Error(`there is no sheet ${sheet}`);
    const columns =
      to === 'nothing' ? Array.from({ length: headings.length + 1 }, (_, at) => at + 1) : Object.keys(to).map(Number);
    for (const column of columns) found.getCell(row, column).value = to === 'nothing' ? '' : (to[column] ?? '');
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}
