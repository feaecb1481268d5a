import type { TripMatterRowData, TripOverviewData } from '@yitang/contract';
import { csvOf } from '#lib/server/csv.ts';
import { rateOf, rateText, shareText } from './trip-rate.ts';

type Column = readonly [name: string, value: (row: TripMatterRowData) => string | number];

const columns: readonly Column[] = [
  ['事项编码', ({ code }) => code],
  ['事项名称', ({ name }) => name],
  ['责任部门', ({ department }) => department],
  ['指南到现场次数', ({ declared }) => declared ?? '待梳理'],
  ['办结', ({ distribution }) => rateOf(distribution).finished],
  ['跑动已知', ({ distribution }) => rateOf(distribution).known],
  ['已知比例', ({ distribution: d }) => shareText(rateOf(d).known, rateOf(d).finished) ?? '不可计算'],
  ['0趟', ({ distribution }) => distribution['0']],
  ['1趟', ({ distribution }) => distribution['1']],
  ['2趟', ({ distribution }) => distribution['2']],
  ['3趟及以上', ({ distribution }) => distribution['3+']],
  ['跑动未知', ({ distribution }) => distribution.unknown],
  ['实测实现率', ({ distribution }) => rateText(rateOf(distribution)) ?? '不可计算'],
  ['超过承诺', ({ over }) => over],
  ['自述与记录不一致', ({ disputed }) => disputed],
  ['承诺未兑现', ({ isBroken }) => (isBroken ? '是' : '否')],
];

/** Each row names the period and the definition, so that a page cut out of it still says what it counts. */
export function tripCsv({ matters, firstMonth, lastMonth, definition, isDemo }: TripOverviewData): string {
  const said = [`${firstMonth} 至 ${lastMonth}`, definition, isDemo ? '演示数据' : ''];
  const header = [...columns.map(([name]) => name), '统计月份', '口径', '备注'];
  return csvOf([header, ...matters.map((row) => [...columns.map(([, value]) => value(row)), ...said])]);
}

export function tripFileName({ firstMonth, lastMonth, definition, isDemo }: TripOverviewData): string {
  return `实际跑动_${firstMonth}_${lastMonth}_${definition}口径${isDemo ? '_演示数据' : ''}.csv`;
}
