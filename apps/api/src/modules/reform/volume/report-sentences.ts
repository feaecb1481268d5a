import type { Issue } from '@yitang/contract';
import type { ReportFault, ReportFaultCode, ReportField } from '@yitang/domain/volume';

/** The columns of the sheet, as its header names them. */
export const volumeColumns: Readonly<Record<ReportField, string>> = {
  matter: '事项编码',
  month: '月份',
  cases: '办件量',
  evidence: '依据说明',
  source: '来源系统',
  reason: '更正理由',
};

const sentences: Readonly<Record<ReportFaultCode, (about: string) => string>> = {
  'matter.missing': () => '请填写事项编码。',
  'matter.unknown': (code) => `目录里没有编码为“${code}”的事项，请核对编码。`,
  'matter.retired': (successor) =>
    successor === ''
      ? '该事项在这个月之前已经取消，没有接续的事项，不能再报。'
      : `该事项在这个月之前已经取消，由“${successor}”接续，请报到接续的事项。`,
  'matter.foreign': () => '您不能为这项事项所在的部门报数。',
  'month.malformed': () => '月份请写成 2026-03。',
  'month.future': () => '这个月还没有到，不能报。',
  'month.open': () => '这个月还没有结束，请在月底之后报全月的数。',
  'month.too-old': () => '只能报最近十年的月份。',
  'month.other-year': (year) =>
    `表头写的是 ${year} 年，这一行却不是 ${year} 年的月份。如果用了去年的表，请改正表头或这一行的月份。`,
  'month.repeated': (row) => `同一来源、同一事项、同一月份已经在${row}报过，请只留一行。`,
  'cases.missing': () => '请填写办件量；确实没有办件的写 0。',
  'cases.not-number': () => '办件量要填数字。',
  'cases.negative': () => '办件量不能小于 0。',
  'cases.fraction': () => '办件量要填整数。',
  'cases.too-many': () => '办件量超过 9999999，请核对。',
  'evidence.missing': () => '请写明数字的依据，例如“一卡通系统 3 月业务报表”。',
  'source.unknown': (source) =>
    source === '' ? '请填写来源系统。' : `没有登记过来源系统“${source}”，请先请改革办登记，或改用已登记的名称。`,
  'source.foreign': () => '这个来源系统的数由它的接口报送，您不能代报。',
  'reason.missing': (cases) => `这个月已报过 ${cases} 件。要更正请写明理由，原来的记录会保留。`,
  'rows.same-as-last-year': (rows) =>
    `${rows} 行数字与去年同月报的完全相同，像是用了去年的表。请核对；确实相同的，请确认“数字确实与去年相同”后再报。`,
};

/** Where a fault stands: a cell of a sheet, or a field of a form or of what a program sent. */
export type PlaceFault = (row: number | null, field: ReportField) => string;

/** Every fault as a sentence with its place; `nameRow` says what a person calls a row. */
export function toIssues(faults: readonly ReportFault[], place: PlaceFault, nameRow: (row: number) => string): Issue[] {
  return faults.map(({ row, field, code, about = '' }) => {
    const named = code === 'month.repeated' ? nameRow(Number(about)) : about;
    return { field: place(row, field), code, message: sentences[code](named) };
  });
}
