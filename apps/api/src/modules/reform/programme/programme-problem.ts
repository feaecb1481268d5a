import type { ProgrammeRefusal } from '@yitang/domain/programme';
import type { ProgrammeRefusalCode } from '@yitang/domain/vocabulary';
import { problem, type ProblemError } from '../../../platform/problem/index.ts';

const sentences: Readonly<Record<ProgrammeRefusalCode, readonly [field: string, sentence: string]>> = {
  'stage.dates': ['lastDay', '结束日期不能早于开始日期。'],
  'stage.done': ['', '该阶段已经完成，不能再改。'],
  'task.wrong-status': ['', '该任务当前的状态不能这样处理，请刷新后查看。'],
  'task.past-due': ['dueOn', '截止日期要晚于今天。'],
  'task.answer-missing': ['text', '请写明做了什么、结果如何。'],
  'task.reason-missing': ['text', '请写明理由，让部门知道为什么。'],
  'inspection.closed': ['', '该督查已经结束。'],
  'inspection.unfinished': ['', '还有没有办结的任务或问题：{subject} 项，不能结束。'],
  'inspection.dates': ['lastDay', '反馈截止日期不能早于开始日期，并且要晚于今天。'],
  'accountability.wrong-status': ['', '该追责当前的状态不能这样处理，请刷新后查看。'],
  'accountability.not-a-finding': ['', '只能对督查发现的问题启动追责。'],
  'accountability.already-open': ['', '对这个问题已经启动过追责。'],
  'accountability.reply-missing': ['text', '请写明情况说明。'],
  'accountability.reply-awaited': ['', '部门的说明期限到 {subject}，期满前请先等部门说明。'],
  'accountability.measure-missing': ['measure', '请选择处理方式。'],
  'accountability.reason-missing': ['text', '请写明事实和依据。'],
  'score.weights': ['weights', '各项权重应是 0 到 100 的整数，合计 100。'],
  'score.year-running': ['', '年度还没有结束，不能考核。'],
  'score.published': ['', '该年度的考核已经公布，不能重算。'],
  'score.nothing': ['', '还没有算出考核结果，请先计算。'],
};

/** Every refusal as a sentence with its field. */
export function programmeProblem(refusals: readonly ProgrammeRefusal[]): ProblemError {
  return problem('programme.not-allowed', {
    issues: refusals.map(({ code, subject }) => {
      const [field, sentence] = sentences[code];
      return { field: `body.${field}`, code, message: sentence.replace('{subject}', subject ?? '') };
    }),
  });
}
