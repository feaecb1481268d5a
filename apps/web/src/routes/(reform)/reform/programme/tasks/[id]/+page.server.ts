import { redirect } from '@sveltejs/kit';
import { api, toError, toFail } from '#lib/server/api.ts';
import { textsOf } from '#lib/server/form-text.ts';
import type { Actions, PageServerLoad } from './$types';
import { onceKeyOf } from '#lib/shell/once-key.ts';

type Action = Parameters<ReturnType<typeof api>['actOnReformTask']>[0]['body']['action'];

export const load: PageServerLoad = async (event) => ({
  task: await api(event)
    .getReformTask({ params: { id: event.params.id } })
    .catch(toError),
});

export const actions: Actions = {
  act: async (event) => {
    const values = textsOf(await event.request.formData(), ['action', 'revision', 'text']);
    const { action, revision, text } = values;
    const done = await api(event)
      .actOnReformTask({
        params: { id: event.params.id },
        body: { action: action as Action, revision: Number(revision), text: text || null },
      })
      .catch((refused: unknown) => toFail(refused, { values }));
    return 'status' in done && typeof done.status === 'string' ? redirect(303, event.url.pathname) : done;
  },
  attach: async (event) => {
    const file = (await event.request.formData()).get('file');
    if (!(file instanceof File) || file.size === 0) return { isFileMissing: true };
    const form = new FormData();
    form.append('file', file, file.name);
    const kept = await api(event)
      .attachReformTaskFile({ params: { id: event.params.id }, form })
      .catch((refused: unknown) => toFail(refused));
    return 'id' in kept ? redirect(303, event.url.pathname) : kept;
  },
  hold: async (event) => {
    const form = await event.request.formData();
    const values = textsOf(form, ['facts', 'replyBy']);
    const opened = await api(event)
      .openAccountability({ body: { ...values, taskId: event.params.id }, idempotencyKey: onceKeyOf(form) })
      .catch((refused: unknown) => toFail(refused, { hold: values }));
    return 'id' in opened ? redirect(303, `/reform/programme/accountability/${opened.id}`) : opened;
  },
};
