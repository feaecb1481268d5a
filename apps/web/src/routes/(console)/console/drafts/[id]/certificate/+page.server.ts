import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.depends('console:certificate');
  const client = api(event);
  const params = { id: event.params.id };
  const [draft, choices, { items }] = await Promise.all([
    client.getMatterDraft({ params }).catch(toError),
    client.getEditorChoices().catch(toError),
    client.listDraftBreaches({ params }).catch(toError),
  ]);
  return { draft, choices, breaches: items.filter(({ path }) => path === 'layout') };
};
