import type { FilingSnapshot } from '@yitang/domain/filing';
import { columns, type PaperTable } from './paper-table.ts';
import { percent } from './paper-words.ts';

/** 高频事项目录: the set itself, in order of rank. */
export function frequencyTable({ set }: FilingSnapshot): PaperTable {
  const rows = set?.rows.filter(({ isHighFrequency }) => isHighFrequency) ?? [];
  return {
    name: '高频事项目录',
    columns: columns({
      名次: 5,
      事项编码: 13,
      事项名称: 26,
      责任部门: 16,
      办件量: 8,
      占比: 8,
      累计占比: 8,
      说明: 14,
    }),
    rows: rows.map((row) => [
      row.rank,
      row.code,
      row.name,
      row.department,
      row.volume,
      percent(row.share),
      percent(row.cumulativeShare),
      [row.isBoundary ? '到达 80% 的事项' : '', row.isTied ? '与之办件量相同' : ''].filter(Boolean).join('；'),
    ]),
    notes: notesOf(set),
    empty: '没有办件，不能计算高频事项',
  };
}

function notesOf(set: FilingSnapshot['set']): string[] {
  if (set === null) return [];
  const { firstMonth, lastMonth, total, setSize, recordedUntil, rules } = set;
  return [
    `统计期 ${firstMonth} 至 ${lastMonth}，办件总量 ${total} 件，高频事项 ${setSize} 项；办件量记录截止 ${recordedUntil}。`,
    ...(rules.length > 0 ? [`统计规则：${rules.join('；')}。`] : []),
  ];
}
