import type { FiledMatter, FilingSnapshot } from '@yitang/domain/filing';
import { columns, type PaperTable } from './paper-table.ts';
import { nameOf, unknown, yesOrNo } from './paper-words.ts';

/** The catalog by department. */
export function catalogTable({ matters }: FilingSnapshot, from = 0, until = matters.length): PaperTable {
  const part = matters.slice(from, until);
  return {
    name: '校务服务事项目录',
    columns: columns({
      序号: 5,
      事项编码: 13,
      事项名称: 24,
      责任部门: 14,
      服务对象: 14,
      '承诺时限（工作日）': 8,
      到现场次数: 7,
      网上办理: 6,
      咨询电话: 12,
    }),
    rows: part.map((matter, index) => rowOf(matter, from + index + 1)),
    groups: groupsOf(part),
    empty: '目录中没有事项',
  };
}

function rowOf(matter: FiledMatter, place: number): (string | number)[] {
  const { code, department, audiences, promisedDays, visitsOnSite, isOnline, phone } = matter;
  return [
    place,
    code,
    nameOf(matter),
    department,
    audiences,
    promisedDays ?? unknown,
    visitsOnSite ?? unknown,
    yesOrNo(isOnline),
    phone ?? '未填',
  ];
}

function groupsOf(matters: readonly FiledMatter[]): Map<number, string> {
  const sizes = Map.groupBy(matters, ({ department }) => department);
  const groups = new Map<number, string>();
  for (const [index, { department }] of matters.entries()) {
    if (department === matters[index - 1]?.department) continue;
    groups.set(index, `${department}（${sizes.get(department)?.length ?? 0} 项）`);
  }
  return groups;
}

/** Every field of the guides, as the open data has them. */
export function detailTable({ catalog }: FilingSnapshot): PaperTable {
  return {
    name: '事项要素',
    columns: catalog.columns.map((name) => ({ name, width: 1 })),
    rows: catalog.rows,
    empty: '目录中没有事项',
  };
}
