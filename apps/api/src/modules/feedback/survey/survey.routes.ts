import { surveyEndpoints } from '@yitang/contract';
import { routes } from '../../../platform/endpoint/index.ts';
import { getResults } from './get-results.ts';
import { importOutcomes } from './import-outcomes.ts';
import { listSurveyCases } from './list-survey-cases.ts';
import { exportCalls, exportFrame, listCalls } from './list-calls.ts';
import { getSurvey, listSurveys } from './list-surveys.ts';
import { closeSurvey, discardSurvey, orderDraw, planSurvey } from './plan-survey.ts';
import { recordOutcome } from './record-outcome.ts';

export const surveyRoutes = routes(surveyEndpoints, {
  listSurveys: (_input, call) => listSurveys(call),
  planSurvey: ({ body }, call) => planSurvey(call, body),
  getSurvey: ({ params }, call) => getSurvey(call, params.id),
  drawSurvey: async ({ params }, call) => void (await orderDraw(call, params.id)),
  discardSurvey: async ({ params }, call) => void (await discardSurvey(call, params.id)),
  closeSurvey: async ({ params }, call) => void (await closeSurvey(call, params.id)),
  listSurveyCalls: ({ params, query }, call) => listCalls(call, params.id, query),
  listSurveyCases: ({ params, query }, call) => listSurveyCases(call, params.id, query),
  exportSurveyCalls: ({ params, query }, call) => exportCalls(call, params.id, query),
  exportSurveyFrame: ({ params }, call) => exportFrame(call, params.id),
  recordSurveyOutcome: async ({ params, body }, call) => void (await recordOutcome(call, params, body)),
  importSurveyOutcomes: ({ params, query }, call) => importOutcomes(call, params.id, query.dryRun === '1'),
  getSurveyResults: ({ params }, call) => getResults(call, params.id),
});
