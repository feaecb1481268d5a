import { excludesOn, keepsCheck, type TargetMatter } from '@yitang/domain/target';
import type { Audience, CivilDate, ExclusionReason, MatterCheck } from '@yitang/domain/vocabulary';
import { FileAnswer, type Call } from '../../../platform/endpoint/index.ts';
import {
  workbookType,
  writeCsv,
  writeXlsx,
  type OutputCell,
  type OutputTable,
} from '../../../platform/table-file/index.ts';
import { catalogKey } from '../../catalog/index.ts';
import { todayOf } from './day-facts.ts';
import { beginEvaluation } from './evaluate-targets.ts';

const columns = [
  ...[
    '序号',
    '事项名称',
    '事项编码',
    '责任部门',
    '服务对象',
    '办件量',
    '占比',
    '累计占比',
    '是否最多跑一次',
    '到现场次数',
  ],
  ...['网上申请', '全流程在线', '掌上办', '特殊要求及理由', '咨询电话', '截至日期', '备注'],
];

const audienceWords: Readonly<Record<Audience, string>> = {
  student: '学生',
  teacher: '教职工',
  parent: '家长',
  alumnus: '校友',
  visitor: '社会人员',
};
export const exclusionWords: Readonly<Record<ExclusionReason, string>> = {
  'law-requires-presence': '法律法规要求本人多次到场',
  'inspection-or-interview': '需现场检验、面试、考试或体检',
  secret: '涉密',
  'outside-body-decides': '由校外机构决定',
  other: '其他',
};

interface AsOf {
  readonly asOf?: CivilDate | undefined;
}

export async function exportTargetCsv(call: Call, query: AsOf): Promise<FileAnswer> {
  const { table, fileName } = await tableOf(call, query);
  return new FileAnswer({
    content: writeCsv(table),
    mediaType: 'text/csv; charset=utf-8',
    fileName: `${fileName}.csv`,
  });
}

export async function exportTargetXlsx(call: Call, query: AsOf): Promise<FileAnswer> {
  const { table, fileName } = await tableOf(call, query);
  return new FileAnswer({ content: await writeXlsx([table]), mediaType: workbookType, fileName: `${fileName}.xlsx` });
}

async function tableOf(call: Call, { asOf }: AsOf): Promise<{ table: OutputTable; fileName: string }> {
  const day = asOf ?? todayOf(call);
  const { source, factsOf } = await beginEvaluation(call, { on: [day] });
  const facts = factsOf(day);
  const volumeOf = ({ code }: TargetMatter): number => facts.volumes?.volumes.get(code) ?? 0;
  const matters = [...(facts.matters ?? [])].sort((a, b) => volumeOf(b) - volumeOf(a) || (a.code < b.code ? -1 : 1));
  const total = matters.reduce((sum, matter) => sum + volumeOf(matter), 0);
  const excluded = new Map(source.exclusions.filter((one) => excludesOn(one, facts.on)).map((one) => [one.code, one]));
  const isDemo = call.deps.config.mode !== 'production';
  const snapshot = call.deps.services.get(catalogKey).current();
  let sum = 0;
  const rows = matters.map((matter, index): OutputCell[] => {
    sum += volumeOf(matter);
    const special = excluded.get(matter.code);
    return [
      ...[index + 1, matter.name, matter.code, snapshot.findDepartment(matter.departmentId)?.name ?? ''],
      matter.audiences.map((audience) => audienceWords[audience]).join('、'),
      ...[volumeOf(matter), shareOf(volumeOf(matter), total), shareOf(sum, total)],
      matter.visits === null ? '待梳理' : keeps(matter, 'once'),
      matter.visits ?? '待梳理',
      ...[keeps(matter, 'online'), keeps(matter, 'full'), keeps(matter, 'mobile')],
      special === undefined ? '' : `${exclusionWords[special.reason]}：${special.evidence}`,
      ...[matter.phone ?? '', facts.on, noteOf(facts.on, { today: source.today, isDemo })],
    ];
  });
  return {
    table: { name: '事项清单', columns, rows },
    fileName: `改革目标事项清单_${facts.on}${isDemo ? '_演示数据' : ''}`,
  };
}

const keeps = (matter: TargetMatter, check: MatterCheck): string => (keepsCheck(matter, check) ? '是' : '否');

/** Rounded down, so that 79.999 % is never written as 80 %; of no cases there is no share. */
function shareOf(part: number, total: number): string {
  return total === 0 ? '不可计算' : `${(Math.floor((10_000 * part) / total) / 100).toFixed(2)}%`;
}

/** Names of departments are not kept by day. */
const noteOf = (on: CivilDate, { today, isDemo }: { readonly today: CivilDate; readonly isDemo: boolean }): string =>
  [on > today ? '预测' : '', on < today ? `部门名称为${today}的` : '', isDemo ? '演示数据' : '']
    .filter((word) => word !== '')
    .join('，');
