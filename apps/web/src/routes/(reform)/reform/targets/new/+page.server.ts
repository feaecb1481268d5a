import { redirect } from '@sveltejs/kit';
import { readTarget, targetFields } from '#lib/features/reform/target/target-form.ts';
import { api, toFail } from '#lib/server/api.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const values = targetFields(form);
    const key = String(form.get('key') ?? '').trim();
    const refused = await api(event)
      .createTarget({ body: { key, definition: readTarget(values) } })
      .then(() => undefined)
      .catch((caught: unknown) => toFail(caught, { values, key }, { strip: 'definition.' }));
    return refused ?? redirect(303, `/reform/targets/${encodeURIComponent(key)}`);
  },
};
