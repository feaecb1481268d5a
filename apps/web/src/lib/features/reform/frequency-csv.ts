import type { HighFrequencyRowData, HighFrequencySetData } from '@yitang/contract';
import { csvOf } from '#lib/server/csv.ts';
import { percent } from './percent.ts';

type Column = readonly [name: string, value: (row: HighFrequencyRowData) => string | number];

const yesOrNo = (is: boolean) => (is ? '是' : '否');
const columns: readonly Column[] = [
  ['名次', ({ rank }) => rank],
  ['事项编码', ({ code }) => code],
  ['事项名称', ({ name }) => name],
  ['责任部门', ({ department }) => department],
  ['受理量', ({ volume }) => volume],
  ['占比', ({ share }) => percent(share)],
  ['累计受理量', ({ cumulative }) => cumulative],
  ['累计占比', ({ cumulativeShare }) => percent(cumulativeShare)],
  ['高频事项', ({ isHighFrequency }) => yesOrNo(isHighFrequency)],
  ['越过80%', ({ isBoundary }) => yesOrNo(isBoundary)],
  ['与边界并列', ({ isTied }) => yesOrNo(isTied)],
  ['到现场次数', ({ visitsOnSite }) => visitsOnSite ?? '待梳理'],
  ['最多跑一次', ({ visitsOnSite }) => (visitsOnSite === null ? '待梳理' : yesOrNo(visitsOnSite <= 1))],
  ['网上申请', ({ isOnline }) => yesOrNo(isOnline)],
];

/**
 * The table as a file that Excel opens in the right encoding. Each row names the period, so that a page cut out of it
 * still says what it counts.
 */
export function frequencyCsv(set: HighFrequencySetData): string {
  const period = `${set.firstMonth} 至 ${set.lastMonth}`;
  const note = `部门名称为统计时的名称${set.isDemo ? '；演示数据' : ''}`;
  const header = [...columns.map(([name]) => name), '统计月份', '统计时间', '备注'];
  const lines = set.rows.map((row) => [...columns.map(([, value]) => value(row)), period, set.countedAt, note]);
  return csvOf([header, ...lines]);
}

export function frequencyFileName({ firstMonth, lastMonth, isDemo }: HighFrequencySetData): string {
  return `高频事项_${firstMonth}_${lastMonth}${isDemo ? '_演示数据' : ''}.csv`;
}
