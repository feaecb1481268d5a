import type { ApiModule } from '../../platform/endpoint/index.ts';
import { feedbackRoutes } from './feedback.routes.ts';
import { drawSurvey } from './survey/draw-survey.ts';
import { drawSurveyJob } from './survey/plan-survey.ts';
import { purgeContacts } from './survey/purge-contacts.ts';
import { surveyRoutes } from './survey/survey.routes.ts';

export { casesForFeedbackKey, type CasesForFeedback, type RateableCase } from './cases-for-feedback.ts';
export { summariseRatings, type RatingSummary } from './summarise-ratings.ts';
export { findLastSurvey, type EndedSurvey } from './survey/find-last-survey.ts';
export { findAnsweredCases, findRating, type RatingView } from './find-rating.ts';
export {
  listFinishedCasesKey,
  measuredTripsKey,
  type FinishedCase,
  type ListFinishedCases,
  type SumMeasuredTrips,
} from './survey/survey-ports.ts';

/** What people think: of their own case, and asked by a third party. */
export const feedbackModule: ApiModule = {
  name: 'feedback',
  routes: [...feedbackRoutes, ...surveyRoutes],
  registerJobs: (jobs) => jobs.register(drawSurveyJob, drawSurvey, { leaseSeconds: 600 }),
  registerCron: (jobs) => jobs.schedule('survey.purge', '20 3 * * *', purgeContacts),
};
