import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  score: await api(event)
    .getScoreEvidence({ params: { year: Number(event.params.year), departmentId: event.params.department } })
    .catch(toError),
});
