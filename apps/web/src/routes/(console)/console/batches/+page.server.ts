import { redirect } from '@sveltejs/kit';
import { api, toError, toFail } from '#lib/server/api.ts';
import { onceKeyOf } from '#lib/shell/once-key.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const after = event.url.searchParams.get('after') ?? undefined;
  return { after, batches: await api(event).listBatches({ query: { after } }).catch(toError) };
};

export const actions: Actions = {
  plan: async (event) => {
    const form = await event.request.formData();
    const values = { title: String(form.get('title') ?? ''), note: String(form.get('note') ?? '') };
    const planned = await api(event)
      .planBatch({
        body: { title: values.title, note: values.note.trim() === '' ? null : values.note },
        idempotencyKey: onceKeyOf(form),
      })
      .catch((refused: unknown) => toFail(refused, { values }));
    if (!('id' in planned)) return planned;
    redirect(303, `/console/batches/${planned.id}`);
  },
};
