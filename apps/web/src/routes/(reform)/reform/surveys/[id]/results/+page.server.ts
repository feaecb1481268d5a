import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  results: await api(event)
    .getSurveyResults({ params: { id: event.params.id } })
    .catch(toError),
});
