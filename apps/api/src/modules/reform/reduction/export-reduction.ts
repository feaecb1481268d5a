import type { Input, ReductionRowData, ReductionSumData, reductionEndpoints } from '@yitang/contract';
import { burdenMeasures, type AddedService, type BurdenMeasure } from '@yitang/domain/vocabulary';
import { FileAnswer, type Call } from '../../../platform/endpoint/index.ts';
import {
  workbookType,
  writeCsv,
  writeXlsx,
  type OutputCell,
  type OutputTable,
} from '../../../platform/table-file/index.ts';
import { catalogKey } from '../../catalog/index.ts';
import { compareDays } from './compare-days.ts';
import { sumDepartments } from './get-reduction.ts';
import { isShown, presentRow } from './reduction.presenter.ts';

type Query = Input<typeof reductionEndpoints.exportReductionCsv>['query'];

const measureWords: Readonly<Record<BurdenMeasure, string>> = {
  materials: '申请材料',
  steps: '办理环节',
  days: '承诺时限（工作日）',
  visits: '到现场次数',
  levels: '办理层级',
  preconditions: '前置条件',
};
const serviceWords: Readonly<Record<AddedService, string>> = {
  online: '网上申请',
  mobile: '掌上办理',
  post: '邮寄申请',
  kiosk: '自助终端',
  booking: '预约',
  'online-payment': '网上支付',
  'posted-result': '结果寄递',
  'electronic-result': '电子结果',
  locker: '自提柜',
  'all-campuses': '跨校区通办',
};
const standingWords = { compared: '', new: '新增', merged: '已合并', retired: '已取消' } as const;

export async function exportCsv(call: Call, query: Query): Promise<FileAnswer> {
  const { matters, name } = await tablesOf(call, query);
  return new FileAnswer({ content: writeCsv(matters), mediaType: 'text/csv; charset=utf-8', fileName: `${name}.csv` });
}

export async function exportXlsx(call: Call, query: Query): Promise<FileAnswer> {
  const { matters, departments, name } = await tablesOf(call, query);
  return new FileAnswer({
    content: await writeXlsx([matters, departments]),
    mediaType: workbookType,
    fileName: `${name}.xlsx`,
  });
}

async function tablesOf(
  call: Call,
  query: Query,
): Promise<{ matters: OutputTable; departments: OutputTable; name: string }> {
  const snapshot = call.deps.services.get(catalogKey).current();
  const { from, to, rows } = await compareDays(call, query);
  const note = call.deps.config.mode === 'production' ? '' : '演示数据';
  const shown = rows
    .filter(({ departmentId }) => (query.department ?? departmentId) === departmentId)
    .filter((row) => isShown(row, query));
  const days = [from, to, note];
  return {
    name: `减负对比_${from}_${to}`,
    matters: {
      name: '事项',
      columns: [
        ...['事项编码', '事项名称', '责任部门'],
        ...burdenMeasures.flatMap((measure) => [`${measureWords[measure]}（前）`, `${measureWords[measure]}（后）`]),
        ...['转为即办件', '新增服务', '变动', '承接事项', '基线日期', '比较日期', '备注'],
      ],
      rows: shown.map((row) => [...cellsOf(presentRow(snapshot, row)), ...days]),
    },
    departments: {
      name: '部门合计',
      columns: [
        ...['责任部门', '可比事项', '减负事项', '加重事项'],
        ...burdenMeasures.flatMap((measure) => [
          `${measureWords[measure]}（前）`,
          `${measureWords[measure]}（后）`,
          '两日均知的事项',
        ]),
        ...['基线日期', '比较日期', '备注'],
      ],
      rows: sumDepartments(rows, (id) => snapshot.findDepartment(id)?.name ?? '').map(({ name, sum }) => [
        ...sumCells(name, sum),
        ...days,
      ]),
    },
  };
}

const unknown = '未知';

function cellsOf({
  code,
  name,
  department,
  measures,
  becameInstant,
  addedServices,
  standing,
  successor,
}: ReductionRowData): OutputCell[] {
  const byMeasure = new Map(measures.map((one) => [one.measure, one]));
  return [
    ...[code, name, department],
    ...burdenMeasures.flatMap((measure) => [
      byMeasure.get(measure)?.before ?? unknown,
      byMeasure.get(measure)?.after ?? unknown,
    ]),
    becameInstant === true ? '是' : '',
    addedServices.map((service) => serviceWords[service]).join('、'),
    ...[standingWords[standing], successor?.name ?? ''],
  ];
}

function sumCells(name: string, { matters, lighter, heavier, measures }: ReductionSumData): OutputCell[] {
  return [
    ...[name, matters, lighter, heavier],
    ...measures.flatMap(({ before, after, known }) => [before, after, known]),
  ];
}
