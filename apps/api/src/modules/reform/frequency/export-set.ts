import { civilDateAt } from '@yitang/domain/calendar';
import type { HighFrequencyRowData } from '@yitang/contract';
import { FileAnswer, type Call } from '../../../platform/endpoint/index.ts';
import { workbookType, writeXlsx, type OutputCell } from '../../../platform/table-file/index.ts';
import { getHighFrequencySet, type SetQuery } from './get-high-frequency-set.ts';

const yesOrNo = (is: boolean): string => (is ? '是' : '否');
const percent = (perTenThousand: number): string => `${(perTenThousand / 100).toFixed(2)}%`;

const columns: readonly (readonly [string, (row: HighFrequencyRowData) => OutputCell])[] = [
  ['名次', ({ rank }) => rank],
  ['事项编码', ({ code }) => code],
  ['事项名称', ({ name }) => name],
  ['责任部门', ({ department }) => department],
  ['办件量', ({ volume }) => volume],
  ['其中本平台', ({ own }) => own],
  ['其中其他系统', ({ reported }) => reported],
  ['其中一件事带来', ({ joint }) => joint],
  ['占比', ({ share }) => percent(share)],
  ['累计办件量', ({ cumulative }) => cumulative],
  ['累计占比', ({ cumulativeShare }) => percent(cumulativeShare)],
  ['高频事项', ({ isHighFrequency }) => yesOrNo(isHighFrequency)],
  ['越过80%', ({ isBoundary }) => yesOrNo(isBoundary)],
  ['与边界并列', ({ isTied }) => yesOrNo(isTied)],
  ['到现场次数', ({ visitsOnSite }) => visitsOnSite ?? '待梳理'],
  ['网上申请', ({ isOnline }) => yesOrNo(isOnline)],
  ['即办件', ({ isInstant }) => yesOrNo(isInstant)],
  ['来源待选的月数', ({ openMonths }) => openMonths],
];

/** The set as a workbook: the rows, and a sheet that says what was counted and when. */
export async function exportSet(call: Call, query: SetQuery): Promise<FileAnswer> {
  const set = await getHighFrequencySet(call, query);
  const facts: readonly (readonly OutputCell[])[] = [
    ['定义', '浙教人〔2018〕105号：办件量占总办件量前80%的事项；按整数比较 5·Σ ≥ 4·总量，越过 80% 的一项及并列的计入'],
    ['统计月份', `${set.firstMonth} 至 ${set.lastMonth}`],
    ['统计时间', set.countedAt],
    ['即办件', query.instant === 'without' ? '不计入' : '计入'],
    ['一件事', query.joint === 'as-one' ? '作为一件计' : '按所含事项计'],
    ['总办件量', set.total],
    ['高频事项数', set.setSize],
    ['已取消且无接续的事项的办件量（不计入）', set.retired],
    ['暂停办理的事项的办件量（不计入）', set.paused],
    ['部门名称', `为 ${civilDateAt(call.now, call.deps.config.timeZone)} 的名称，不随统计月份变化`],
    ['备注', set.isDemo ? '演示数据' : ''],
  ];
  const content = await writeXlsx([
    {
      name: '高频事项',
      columns: columns.map(([name]) => name),
      rows: set.rows.map((row) => columns.map(([, value]) => value(row))),
    },
    { name: '统计口径', columns: ['项目', '内容'], rows: facts },
  ]);
  const note = set.isDemo ? '_演示数据' : '';
  return new FileAnswer({
    content,
    mediaType: workbookType,
    fileName: `高频事项_${set.firstMonth}_${set.lastMonth}${note}.xlsx`,
  });
}
