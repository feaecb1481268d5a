import type { PackageRefusalCode } from '@yitang/domain/vocabulary';
import { problem, type ProblemError } from '../../../platform/problem/index.ts';

const sentences: Readonly<Record<PackageRefusalCode, string>> = {
  'package.wrong-status': '这份材料当前的状态不能这样处理，请刷新后查看。',
  'package.gaps': '还有必须补齐的内容，不能定稿。请按“检查结果”逐项解决后重新汇总。',
  'sending.before-freezing': '报送日期不能早于定稿日期。',
  'sending.future': '报送日期不能晚于今天。',
  'receipt.before-sending': '回执日期不能早于报送日期。',
  'receipt.future': '回执日期不能晚于今天。',
  'return.before-sending': '退回日期不能早于报送日期。',
  'return.future': '退回日期不能晚于今天。',
};

/** Every refusal as a sentence with its field. @param field where days are typed */
export function filingProblem(refusals: readonly PackageRefusalCode[]): ProblemError {
  return problem('filing.not-allowed', {
    issues: refusals.map((code) => ({
      field: code.startsWith('package.') ? 'body.revision' : 'body.on',
      code,
      message: sentences[code],
    })),
  });
}
