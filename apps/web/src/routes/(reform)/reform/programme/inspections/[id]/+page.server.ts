import { redirect } from '@sveltejs/kit';
import { api, toError, toFail } from '#lib/server/api.ts';
import { textsOf } from '#lib/server/form-text.ts';
import type { Actions, PageServerLoad } from './$types';
import { onceKeyOf } from '#lib/shell/once-key.ts';

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const [inspection, programme] = await Promise.all([
    client.getInspection({ params: { id: event.params.id } }).catch(toError),
    client.getProgramme().catch(toError),
  ]);
  return { inspection, departments: programme.departments };
};

export const actions: Actions = {
  give: async (event) => {
    const form = await event.request.formData();
    const values = textsOf(form, ['title', 'demand', 'dueOn']);
    const departmentIds = form.getAll('departmentIds').map(String);
    const body = { ...values, departmentIds, stageId: null, target: null, inspectionId: event.params.id };
    const given = await api(event)
      .giveReformTasks({ body, idempotencyKey: onceKeyOf(form) })
      .catch((refused: unknown) => toFail(refused, { values, departmentIds }));
    return 'ids' in given ? redirect(303, event.url.pathname) : given;
  },
  close: async (event) => {
    const refused = await api(event)
      .closeInspection({ params: { id: event.params.id } })
      .catch((cause: unknown) => toFail(cause, { values: undefined, departmentIds: undefined }));
    return refused ?? redirect(303, event.url.pathname);
  },
};
