import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const { id } = event.params;
  const [draft, comparison, impact] = await Promise.all([
    client.getMatterDraft({ params: { id } }).catch(toError),
    client.compareDraft({ params: { id } }).catch(toError),
    client.getDraftImpact({ params: { id } }).catch(toError),
  ]);
  return { id, operation: draft.operation, comparison, impact };
};
