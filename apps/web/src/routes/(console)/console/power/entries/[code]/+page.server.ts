import { redirect } from '@sveltejs/kit';
import { readPower } from '#lib/features/catalog-power/read-power.ts';
import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  power: await api(event)
    .getPowerEntry({ params: { code: event.params.code } })
    .catch(toError),
  isSaved: event.url.searchParams.has('saved'),
});

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData();
    const content = readPower(form);
    const saved = await api(event)
      .savePowerEntry({
        params: { code: event.params.code },
        body: { revision: Number(form.get('revision')), content },
      })
      .catch((refused: unknown) => toFail(refused, { content }, { strip: 'content.' }));
    return 'revision' in saved ? redirect(303, `${event.url.pathname}?saved`) : saved;
  },
  withdraw: async (event) => {
    const form = await event.request.formData();
    const refusal = await api(event)
      .withdrawPowerEntry({ params: { code: event.params.code }, body: { revision: Number(form.get('revision')) } })
      .catch((refused: unknown) => toFail(refused));
    return refusal ?? redirect(303, '/console/power/entries');
  },
};
