import { api, toError, toFail } from '#lib/server/api.ts';
import { error } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

const names = ['state', 'reason', 'department', 'after'] as const;

export const load: PageServerLoad = async (event) => {
  const search = event.url.searchParams;
  const query = Object.fromEntries(names.flatMap((name) => (search.get(name) ? [[name, search.get(name) ?? '']] : [])));
  const view = await api(event)
    .getPromiseHealth({ query: { ...query, limit: 50 } })
    .catch(toError);
  return { query: query, view };
};

export const actions: Actions = {
  start: async (event) =>
    api(event)
      .startPromiseAudit({})
      .then(() => ({ done: 'started' as const }))
      .catch((refused: unknown) => toFail(refused)),
  cancel: async (event) => {
    const id = String((await event.request.formData()).get('id') ?? '');
    if (id === '') error(400);
    return api(event)
      .cancelPromiseAudit({ params: { id } })
      .then(() => ({ done: 'stopped' as const }))
      .catch((refused: unknown) => toFail(refused));
  },
};
