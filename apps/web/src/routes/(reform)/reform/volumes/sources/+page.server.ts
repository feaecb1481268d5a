import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => await api(event).listVolumeSources().catch(toError);

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const text = (name: string): string => String(form.get(name) ?? '').trim();
    const values = { code: text('code'), name: text('name'), note: text('note'), client: text('client') };
    return api(event)
      .addVolumeSource({ body: values })
      .then((added) => ({ added }))
      .catch((refused: unknown) => toFail(refused, { values }));
  },
};
