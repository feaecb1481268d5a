import type { FilingSnapshot } from '@yitang/domain/filing';
import type { OutputCell } from '../../../../platform/table-file/index.ts';
import { columns, type PaperTable } from './paper-table.ts';

/** What is in the package, and by which days and rules it was counted. */
export function coverTables(snapshot: FilingSnapshot): PaperTable[] {
  const { university, site, asOf, assembledAt, version, replaces, matters, exclusions, targets } = snapshot;
  const rows: OutputCell[][] = [
    ['报送单位', university],
    ['报送对象', '省教育厅“最多跑一次”改革办公室'],
    ['依据', '浙教人〔2018〕105号'],
    ['目录截止日期', asOf],
    ['数据汇总时间', assembledAt],
    ['材料版次', replaces === null ? `第 ${version} 版` : `第 ${version} 版，替代 ${replaces}`],
    ['工作专班成立文件', decreeWords(snapshot)],
    ['校务服务事项', `${matters.length} 项`],
    ...setRows(snapshot),
    ['目标', `${targets.filter(({ state }) => state === 'met').length} 项达成，共 ${targets.length} 项`],
    ['特殊要求事项', `${exclusions.filter(({ isApproved }) => isApproved).length} 项`],
    ['来源网站', site],
  ];
  return [{ name: '备案说明', columns: columns({ 项目: 3, 内容: 10 }), rows, empty: '' }];
}

function decreeWords({ decree }: FilingSnapshot): string {
  if (decree === null) return '未附';
  return `${decree.number} 《${decree.title}》（${decree.issuedOn}）${decree.file === null ? '，未附文件' : ''}`;
}

function setRows({ set }: FilingSnapshot): OutputCell[][] {
  if (set === null) return [['高频事项', '没有高频事项目录']];
  const frozen = set.number === null ? '未冻结' : `第 ${set.number} 号冻结目录，${set.frozenAt ?? ''} 冻结`;
  return [
    ['高频事项', set.isComputable ? `${set.setSize} 项（${frozen}）` : `不可计算（${frozen}）`],
    ['办件量统计期', `${set.firstMonth} 至 ${set.lastMonth}，按受理计，共 ${set.total} 件`],
    ['办件量记录截止', set.recordedUntil],
    ['统计规则', set.rules.join('；')],
  ];
}
