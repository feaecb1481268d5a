import { redirect } from '@sveltejs/kit';
import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const search = event.url.searchParams;
  const after = search.get('after') ?? undefined;
  return {
    decisions: await api(event).listPowerDecisions({ query: { after } }).catch(toError),
    isUnattached: search.has('unattached'),
    after,
  };
};

export const actions: Actions = {
  undo: async (event) => {
    const form = await event.request.formData();
    const refusal = await api(event)
      .undoPowerDecision({ params: { id: String(form.get('id') ?? '') } })
      .catch((refused: unknown) => toFail(refused));
    return refusal ?? redirect(303, event.url.pathname);
  },
  attach: async (event) => {
    const form = await event.request.formData();
    const upload = new FormData();
    const file = form.get('file');
    if (file instanceof File) upload.append('file', file, file.name);
    const kept = await api(event)
      .attachPowerFile({ params: { id: String(form.get('id') ?? '') }, form: upload })
      .catch((refused: unknown) => toFail(refused));
    return 'id' in kept ? redirect(303, event.url.pathname) : kept;
  },
};
