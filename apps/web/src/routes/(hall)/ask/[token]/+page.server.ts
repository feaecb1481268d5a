import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  question: await api(event)
    .readAnswer({ params: { token: event.params.token } })
    .catch(toError),
  isJustAsked: event.url.searchParams.has('received'),
});
