/** Status of a 第三方评估调查; the transitions are in survey/survey-lifecycle.ts. */
export const surveyStatuses = [
  'planned', // 已立项: what is to be asked is written down, nobody is drawn
  'drawing', // 抽样中: the frame is read and the sample drawn
  'running', // 调查中: the sample is frozen, outcomes come in
  'closed', // 已结束: the figures stand
  'discarded', // 已撤销: before anybody was drawn
] as const;
export type SurveyStatus = (typeof surveyStatuses)[number];

/** `draw` begins the drawing, `freeze` and `fail` end it. */
export const surveyActions = ['draw', 'freeze', 'fail', 'close', 'discard'] as const;
export type SurveyAction = (typeof surveyActions)[number];

/** How the call to one drawn case went. */
export const contactOutcomes = [
  'answered', // 接通并作答
  'refused', // 拒访
  'invalid', // 无效: wrong number, or not the person who applied
  'unreached', // 未接通: may be tried again
] as const;
export type ContactOutcome = (typeof contactOutcomes)[number];

/** Why something is not done to a survey. */
export const surveyRefusalCodes = [
  'survey.wrong-status',
  'survey.dates',
  'survey.future',
  'survey.too-long',
  'survey.size-below-minimum',
  'survey.frame-empty',
  'survey.frame-too-large',
  'outcome.not-drawn',
  'outcome.twice',
  'outcome.trips-missing',
  'outcome.trips-impossible',
  'outcome.level-missing',
  'outcome.level-unknown',
  'outcome.cause-missing',
  'outcome.cause-without-trips',
  'outcome.answers-without-contact',
  'outcome.reason-missing',
] as const;
export type SurveyRefusalCode = (typeof surveyRefusalCodes)[number];
