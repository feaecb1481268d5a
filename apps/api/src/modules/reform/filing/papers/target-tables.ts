import { evidenceRows, type EvidenceRow, type FiledTarget, type FilingSnapshot } from '@yitang/domain/filing';
import { columns, type PaperTable } from './paper-table.ts';
import { exclusionWords, nameOf, percent, shareOf, unknown, yesOrNo } from './paper-words.ts';

export function targetTable({ targets }: FilingSnapshot): PaperTable {
  return {
    name: '目标完成情况',
    columns: columns({
      编号: 8,
      目标: 17,
      要求: 28,
      省定日期: 9,
      校内日期: 9,
      范围: 10,
      达到情况: 18,
      门槛: 7,
      特殊要求: 6,
      结论: 9,
    }),
    rows: targets.map((target) => [
      target.id,
      target.title,
      target.demand,
      target.policyDate ?? '无',
      target.localDate,
      target.base,
      figuresOf(target),
      target.threshold,
      target.excluded,
      conclusions[target.state],
    ]),
    empty: '没有目标',
  };
}

const conclusions: Readonly<Record<FiledTarget['state'], string>> = {
  met: '达成',
  missed: '未达成',
  'not-computable': '不可计算',
};

function figuresOf({ state, why, numerators, denominator, records }: FiledTarget): string {
  if (state === 'not-computable') return why ?? '';
  const shares = numerators.map(
    ({ label, count }) => `${label} ${count}/${denominator}（${shareOf(count, denominator)}）`,
  );
  return [...shares, ...records.map(({ label, isThere }) => `${label}：${isThere ? '有' : '无'}`)].join('；');
}

/** The columns that a reviewer asks for, one row for each matter. */
export function evidenceTable(snapshot: FilingSnapshot): PaperTable {
  return {
    name: '佐证清单',
    columns: columns({
      序号: 4,
      事项名称: 16,
      事项编码: 11,
      责任部门: 11,
      服务对象: 10,
      办件量: 6,
      占比: 6,
      累计占比: 6.5,
      是否最多跑一次: 6,
      到现场次数: 6,
      网上申请: 5,
      全流程在线: 5,
      掌上办: 5,
      特殊要求及理由: 11,
      咨询电话: 11.5,
    }),
    rows: evidenceRows(snapshot).map((row, index) => [index + 1, ...evidenceCells(row)]),
    empty: '目录中没有事项',
  };
}

function evidenceCells({ matter, rank, isOnce, exclusion }: EvidenceRow): (string | number)[] {
  return [
    nameOf(matter),
    matter.code,
    matter.department,
    matter.audiences,
    rank?.volume ?? '未统计',
    rank === null ? '' : percent(rank.share),
    rank === null ? '' : percent(rank.cumulativeShare),
    isOnce === null ? unknown : yesOrNo(isOnce),
    matter.visitsOnSite ?? unknown,
    yesOrNo(matter.isOnline),
    yesOrNo(matter.isFull),
    yesOrNo(matter.isMobile),
    exclusion === null ? '' : `${exclusionWords[exclusion.reason]}：${exclusion.evidence}`,
    matter.phone ?? '未填',
  ];
}

/** Who does not meet which target, with the reason. */
export function missedTable({ targets }: FilingSnapshot): PaperTable {
  return {
    name: '未达到的事项',
    columns: columns({ 目标: 20, 事项编码: 14, 事项名称: 26, 原因: 30 }),
    rows: targets.flatMap(({ title, missed }) => missed.map(({ code, name, why }) => [title, code, name, why])),
    empty: '所有目标范围内的事项都已达到',
  };
}
