import { redirect } from '@sveltejs/kit';
import { api, toError, toFail } from '#lib/server/api.ts';
import { passForm } from '#lib/server/form-body.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { items } = await api(event).listCatalogImports().catch(toError);
  return { items };
};

export const actions: Actions = {
  import: async (event) => {
    const uploaded = await passForm(event.request, (form) => api(event).uploadCatalogImport({ form })).catch(
      (refused: unknown) => toFail(refused),
    );
    if (!('id' in uploaded)) return uploaded;
    redirect(303, `/console/import/${uploaded.id}${uploaded.isMapped ? '/check' : ''}`);
  },
  discard: async (event) => {
    const id = String((await event.request.formData()).get('id') ?? '');
    const refused = await api(event)
      .discardCatalogImport({ params: { id } })
      .catch((cause: unknown) => toFail(cause));
    return refused ?? { isDiscarded: true };
  },
};
