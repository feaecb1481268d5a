import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.depends('console:route');
  const client = api(event);
  const params = { id: event.params.id };
  const [draft, choices, { faults }] = await Promise.all([
    client.getMatterDraft({ params }).catch(toError),
    client.getEditorChoices().catch(toError),
    client.getRouteFaults({ params }).catch(toError),
  ]);
  return { draft, choices, faults };
};
