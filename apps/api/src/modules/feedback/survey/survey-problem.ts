import type { Issue } from '@yitang/contract';
import { fewestAnswersShown, largestFrame, longestSurveyDays, type SurveyRefusal } from '@yitang/domain/survey';
import type { SurveyRefusalCode } from '@yitang/domain/vocabulary';
import { problem, type ProblemError } from '../../../platform/problem/index.ts';

const sentences: Readonly<Record<SurveyRefusalCode, string>> = {
  'survey.wrong-status': '该调查当前的状态不能这样处理，请刷新后查看。',
  'survey.dates': '结束日期不能早于开始日期。',
  'survey.future': '调查期必须已经结束，请选今天以前的日期。',
  'survey.too-long': `调查期最长 ${longestSurveyDays} 天，请缩短。`,
  'survey.size-below-minimum': '样本量不够各层的最少数，至少需要 {subject} 件，请增加样本量或减少每层最少数。',
  'survey.frame-empty': '这段时间没有办结的办件，抽不出样本，请换一段时间。',
  'survey.frame-too-large': `这段时间的办件超过 ${largestFrame} 件，请缩短调查期。`,
  'outcome.not-drawn': '这一件不在样本里，请核对序号和办件编号。',
  'outcome.twice': '这一件已经登记过结果。确需更正的，请写明更正理由。',
  'outcome.trips-missing': '接通的要填写跑了几次，没有跑填 0。',
  'outcome.trips-impossible': '跑动次数应是 0 到 20 之间的整数。',
  'outcome.level-missing': '接通的要填写满意程度。',
  'outcome.level-unknown': '满意程度应为 1（非常满意）到 5（非常不满意）。',
  'outcome.cause-missing': '跑了两次以上的，请至少选一个原因。',
  'outcome.cause-without-trips': '没有多跑的不填原因。',
  'outcome.answers-without-contact': '没有接通作答的，不能填跑动次数、满意程度和原因。',
  'outcome.reason-missing': '请写明更正理由。',
};

/** Where on the form, and in which column of the file, a refusal is shown. */
const fields: Readonly<Partial<Record<SurveyRefusalCode, readonly [field: string, column: string]>>> = {
  'survey.dates': ['lastDay', ''],
  'survey.future': ['lastDay', ''],
  'survey.too-long': ['lastDay', ''],
  'survey.size-below-minimum': ['size', ''],
  'outcome.not-drawn': ['', '办件编号'],
  'outcome.twice': ['reason', '联系结果'],
  'outcome.trips-missing': ['trips', '跑动次数'],
  'outcome.trips-impossible': ['trips', '跑动次数'],
  'outcome.level-missing': ['level', '满意程度'],
  'outcome.level-unknown': ['level', '满意程度'],
  'outcome.cause-missing': ['causes', '多跑原因'],
  'outcome.cause-without-trips': ['causes', '多跑原因'],
  'outcome.answers-without-contact': ['outcome', '联系结果'],
};

export const saySurvey = ({ code, subject }: SurveyRefusal): string =>
  sentences[code].replace('{subject}', subject ?? String(fewestAnswersShown));

export const columnOf = (code: SurveyRefusalCode): string => fields[code]?.[1] || '序号';

/** Every refusal as a sentence with its field. */
export function surveyProblem(refusals: readonly SurveyRefusal[]): ProblemError {
  const issues: Issue[] = refusals.map((refusal) => ({
    field: `body.${fields[refusal.code]?.[0] ?? ''}`,
    code: refusal.code,
    message: saySurvey(refusal),
  }));
  return problem('survey.not-allowed', { issues });
}
