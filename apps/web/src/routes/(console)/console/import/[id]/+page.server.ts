import { redirect } from '@sveltejs/kit';
import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const wanted = event.url.searchParams.get('table');
  const table = wanted !== null && /^\d{1,2}$/.test(wanted) ? Number(wanted) : undefined;
  const view = await api(event).getCatalogImport({ params: event.params, query: { table } }).catch(toError);
  return { view };
};

export const actions: Actions = {
  map: async (event) => {
    const form = await event.request.formData();
    const mapping = form.getAll('target').map((target) => (target === '' ? null : String(target)));
    const refused = await api(event)
      .mapCatalogImport({ params: event.params, body: { table: Number(form.get('table')), mapping } })
      .catch((cause: unknown) => toFail(cause, { mapping }, { strip: 'mapping.' }));
    return refused ?? redirect(303, `/console/import/${event.params.id}/check`);
  },
};
