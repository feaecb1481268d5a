import type { ApiModule } from '../../platform/endpoint/index.ts';
import { feedbackRoutes } from './feedback.routes.ts';

export { casesForFeedbackKey, type CasesForFeedback, type RateableCase } from './cases-for-feedback.ts';
export { summariseRatings, type RatingSummary } from './summarise-ratings.ts';
export { findAnsweredCases, findRating, type RatingView } from './find-rating.ts';

export const feedbackModule: ApiModule = { name: 'feedback', routes: feedbackRoutes };
