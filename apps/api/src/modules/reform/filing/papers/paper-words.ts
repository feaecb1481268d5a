import type { FiledMatter } from '@yitang/domain/filing';
import type { ExclusionReason, PackagePart } from '@yitang/domain/vocabulary';

/** What the parts of a package are called on paper. */
export const partTitles: Readonly<Record<PackagePart, string>> = {
  cover: '备案说明',
  decree: '工作专班成立文件',
  catalog: '校务服务事项目录',
  frequency: '高频事项目录',
  targets: '目标完成情况与佐证清单',
  exclusions: '特殊要求事项清单',
  coverage: '办件量报送情况',
};

export const exclusionWords: Readonly<Record<ExclusionReason, string>> = {
  'law-requires-presence': '法律法规要求本人到场',
  'inspection-or-interview': '需现场检验、面试、考试、体检',
  secret: '涉密',
  'outside-body-decides': '校外机构决定',
  other: '其他',
};

/** No target counts a suspended matter, so that the catalog is longer than what they are of. */
export const nameOf = ({ name, isPaused }: Pick<FiledMatter, 'name' | 'isPaused'>): string =>
  isPaused ? `${name}（暂停办理，不计入目标）` : name;

export const yesOrNo = (is: boolean): string => (is ? '是' : '否');

/** Parts of ten thousand as per cent, never rounded up. */
export const percent = (parts: number): string => `${Math.floor(parts / 100)}.${String(parts % 100).padStart(2, '0')}%`;

/** A share as per cent, rounded down to two places; of nothing there is none. */
export const shareOf = (part: number, whole: number): string =>
  whole === 0 ? '不可计算' : percent(Math.floor((10_000 * part) / whole));

export const unknown = '待梳理';
export const notReported = '未报';
