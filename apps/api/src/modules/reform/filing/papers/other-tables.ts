import type { FilingSnapshot } from '@yitang/domain/filing';
import { columns, type PaperTable } from './paper-table.ts';
import { exclusionWords, notReported } from './paper-words.ts';

export function exclusionTable({ exclusions, asOf }: FilingSnapshot): PaperTable {
  return {
    name: '特殊要求事项清单',
    columns: columns({
      序号: 4,
      事项编码: 12,
      事项名称: 20,
      责任部门: 13,
      理由: 16,
      依据: 18,
      批准: 12,
      批准日期: 9,
      复核日期: 9,
      状态: 9,
    }),
    rows: exclusions.map((each, index) => [
      index + 1,
      each.code,
      each.name,
      each.department,
      exclusionWords[each.reason],
      each.evidence,
      each.approver ?? '',
      each.approvedOn ?? '',
      each.reviewOn ?? '',
      stateOf(each, asOf),
    ]),
    empty: '没有特殊要求事项',
  };
}

function stateOf({ isApproved, reviewOn }: FilingSnapshot['exclusions'][number], asOf: string): string {
  if (!isApproved) return '没有批准，计入考核';
  return reviewOn !== null && reviewOn < asOf ? '已批准，复核逾期' : '已批准';
}

/** Department by month; a month that nobody reported is no 0. */
export function coverageTable({ coverage }: FilingSnapshot): PaperTable {
  const { months, departments } = coverage;
  return {
    name: '办件量报送情况',
    columns: [
      { name: '部门', width: 14 },
      ...months.map((name) => ({ name, width: 5.5 })),
      { name: '未报月数', width: 6 },
    ],
    rows: departments.map(({ name, cases, partial }) => [
      name,
      ...cases.map((count, index) =>
        partial.includes(months[index] ?? '') ? `${count ?? 0}*` : (count ?? notReported),
      ),
      cases.filter((count) => count === null).length,
    ]),
    notes: ['数字为该月受理的办件；“未报”表示没有报送，不等于零；带 * 的还有事项没有报送。'],
    empty: '没有部门负责公布的事项',
  };
}

export function conflictTable({ coverage }: FilingSnapshot): PaperTable {
  return {
    name: '来源不一致',
    columns: columns({ 事项编码: 14, 事项名称: 30, 尚未选定来源的月数: 10 }),
    rows: coverage.conflicts.map(({ code, name, months }) => [code, name, months]),
    empty: '没有来源不一致而尚未选定的月份',
  };
}
