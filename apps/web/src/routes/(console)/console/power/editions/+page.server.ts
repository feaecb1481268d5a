import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  editions: (await api(event).listPowerEditions().catch(toError)).items,
});

export const actions: Actions = {
  publish: async (event) => {
    const form = await event.request.formData();
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const values = { title: text('title'), effectiveFrom: text('effectiveFrom') };
    return api(event)
      .publishPowerEdition({ body: values })
      .then((published) => ({ published }))
      .catch((refused: unknown) => toFail(refused, { values }));
  },
};
