import { redirect } from '@sveltejs/kit';
import { sourceFields } from '#lib/features/catalog-source/source-fields.ts';
import { api, toError, toFail } from '#lib/server/api.ts';
import { textsOf } from '#lib/server/form-text.ts';
import { onceKeyOf } from '#lib/shell/once-key.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const [list, choices] = await Promise.all([client.listDataSources(), client.getEditorChoices()]).catch(toError);
  return { list, departments: choices.departments, done: event.url.searchParams.get('done') };
};

export const actions: Actions = {
  add: async (event) => {
    const form = await event.request.formData();
    const values = textsOf(form, sourceFields);
    const added = await api(event)
      .addDataSource({
        body: { ...values, liveUntil: values.liveUntil.trim() || null },
        idempotencyKey: onceKeyOf(form),
      })
      .catch((refused: unknown) => toFail(refused, { values }));
    return 'id' in added ? redirect(303, `${event.url.pathname}?done=added`) : added;
  },
  end: async (event) => {
    const form = await event.request.formData();
    const { id, revision, liveUntil } = textsOf(form, ['id', 'revision', 'liveUntil']);
    const ended = await api(event)
      .endDataSource({
        params: { id },
        body: { liveUntil, revision: Number(revision) },
        idempotencyKey: onceKeyOf(form),
      })
      .catch((refused: unknown) => toFail(refused, { of: id, liveUntil }));
    return 'revision' in ended ? redirect(303, `${event.url.pathname}?done=ended`) : ended;
  },
};
