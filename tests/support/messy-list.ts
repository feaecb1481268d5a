import { Workbook } from '@cj-tech-master/excelts';

export interface MessyMatter {
  readonly name: string;
  /** By any of its names. */
  readonly department: string;
  readonly promised: string;
  readonly phone?: string;
  readonly code?: string;
}

/**
 * A list as offices keep it: a title and a remark over a header of two levels, departments that stand once for all of
 * their rows, several materials in a cell, ticks for yes, a formula, a column of our own, and a sheet of explanations.
 */
export async function messyList(matters: readonly MessyMatter[]): Promise<Buffer> {
  const book = new Workbook();
  book.addWorksheet('填表说明').addRows([['请各部门如实填写'], ['有问题请联系改革办']]);
  const sheet = book.addWorksheet('汇总');
  sheet.addRow(['某大学校务服务事项汇总表']);
  sheet.addRow(['填报时间：2026年3月']);
  sheet.addRow([
    '序号',
    '责任单位',
    '服务事项名称',
    '编码',
    '面向对象',
    '办理时限',
    '',
    '所需材料',
    '是否网办',
    '联系电话',
    '备注',
  ]);
  sheet.addRow(['', '', '', '', '', '法定', '承诺（工作日）', '', '', '', '']);
  sheet.mergeCells('A1:K1');
  sheet.mergeCells('F3:G3');
  for (const column of 'ABCDEHIJK') sheet.mergeCells(`${column}3:${column}4`);
  let from = 5;
  for (const [index, matter] of matters.entries()) {
    sheet.addRow([
      index + 1,
      matter.department,
      matter.name,
      matter.code ?? '',
      '全体学生、教职工',
      '无',
      matter.promised,
      '1.身份证（复印件１份）2.申请表；3.照片（电子）',
      index % 2 === 0 ? '√' : '×',
      matter.phone ?? '０５７１－８８８８００００',
      index === 0 ? { formula: 'HYPERLINK("http://example.com")', result: '' } : '',
    ]);
    const row = 5 + index;
    if (matters[index + 1]?.department === matter.department) continue;
    if (row > from) sheet.mergeCells(`B${from}:B${row}`);
    from = row + 1;
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}
