import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  misses: (await api(event).listSearchMisses().catch(toError)).items,
});

export const actions: Actions = {
  add: async (event) => {
    const form = await event.request.formData();
    const values = { word: String(form.get('word') ?? ''), means: String(form.get('means') ?? '') };
    return api(event)
      .addSynonym({ body: values })
      .then((added) => ({ added }))
      .catch((refused: unknown) => toFail(refused, { values }));
  },
};
