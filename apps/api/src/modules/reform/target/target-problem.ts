import type { TargetRefusalCode } from '@yitang/domain/vocabulary';
import { problem, type ProblemError } from '../../../platform/problem/index.ts';

const sentences: Readonly<Record<TargetRefusalCode, string>> = {
  'target.key-taken': '这个编号已经用过，请换一个。',
  'target.threshold': '达标线要写成不大于 1 的分数，例如 4/5（80%）。',
  'target.numerators': '请写一到两项达标要求，每项至少选一个条件。',
  'target.same-numerator': '两项达标要求相同，请改其中一项，或只留一项。',
  'target.excludes-scope':
    '文件只对“全部事项”的目标写了“特殊要求的事项除外”，高频事项的目标不能剔除。请改范围，或取消剔除。',
  'target.unchanged': '与现行版本相同，没有可保存的改动。',
  'target.retired': '这个目标已经停用。需要恢复时，请修改并保存为新版本。',
  'record.future': '回执日期不能晚于今天。',
  'exclusion.unknown-matter': '没有这个编码的已公布事项，请核对事项编码。',
  'exclusion.open': '这项事项已有待审批或有效的特殊要求，请先处理那一条。',
  'exclusion.status': '这一条的状态刚刚变了，不能这样处理，请刷新后查看。',
  'exclusion.own-request': '不能审批自己提出的申请，请由另一位改革办工作人员审批。',
  'exclusion.review-past': '复核日期要晚于今天。',
  'exclusion.review-far': '复核日期最晚在两年以内。',
  'exclusion.note-missing': '请写明理由，让部门知道为什么。',
};

const fields: Readonly<Partial<Record<TargetRefusalCode, string>>> = {
  'target.key-taken': 'body.key',
  'record.future': 'body.madeOn',
  'exclusion.unknown-matter': 'body.code',
  'exclusion.open': 'body.code',
  'exclusion.review-past': 'body.reviewOn',
  'exclusion.review-far': 'body.reviewOn',
  'exclusion.note-missing': 'body.note',
};

interface Refusal {
  readonly code: TargetRefusalCode;
  readonly field?: string;
}

/** Every refusal as a sentence with its field on the form. */
export function targetProblem(refusals: readonly Refusal[]): ProblemError {
  return problem('target.not-allowed', {
    issues: refusals.map(({ code, field }) => ({ field: field ?? fields[code] ?? '', code, message: sentences[code] })),
  });
}
