import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  tracked: await api(event)
    .trackCase({ params: { token: event.params.token } })
    .catch(toError),
});
