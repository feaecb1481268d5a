import { redirect } from '@sveltejs/kit';
import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  survey: await api(event)
    .getSurvey({ params: { id: event.params.id } })
    .catch(toError),
});

const step =
  (name: 'drawSurvey' | 'discardSurvey' | 'closeSurvey'): Actions[string] =>
  async (event) => {
    const params = { id: event.params.id };
    const refused = await api(event)
      [name]({ params })
      .catch((cause: unknown) => toFail(cause));
    return refused ?? redirect(303, event.url.pathname);
  };

export const actions = {
  draw: step('drawSurvey'),
  discard: step('discardSurvey'),
  close: step('closeSurvey'),
} satisfies Actions;
