import { feedbackEndpoints } from '@yitang/contract';
import { routes } from '../../platform/endpoint/index.ts';
import { dismissRating, rateCase } from './rate-case.ts';
import { ratingForm } from './rating-words.ts';

export const feedbackRoutes = routes(feedbackEndpoints, {
  rateCase: ({ params, body }, call) => rateCase(call, params.id, body),
  dismissRating: async ({ params }, call) => void (await dismissRating(call, params.id)),
  getRatingForm: (_, call) => ({ levels: ratingForm(call.principal.locale) }),
});
