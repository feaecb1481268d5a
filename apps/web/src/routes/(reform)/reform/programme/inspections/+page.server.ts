import { redirect } from '@sveltejs/kit';
import { api, toError, toFail } from '#lib/server/api.ts';
import { textsOf } from '#lib/server/form-text.ts';
import type { Actions, PageServerLoad } from './$types';
import { onceKeyOf } from '#lib/shell/once-key.ts';

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const [inspections, programme] = await Promise.all([
    client.listInspections().catch(toError),
    client.getProgramme().catch(toError),
  ]);
  return { inspections, departments: programme.departments };
};

export const actions: Actions = {
  open: async (event) => {
    const form = await event.request.formData();
    const values = textsOf(form, ['title', 'basis', 'demand', 'firstDay', 'lastDay']);
    const departmentIds = form.getAll('departmentIds').map(String);
    const opened = await api(event)
      .openInspection({ body: { ...values, departmentIds }, idempotencyKey: onceKeyOf(form) })
      .catch((refused: unknown) => toFail(refused, { values, departmentIds }));
    return 'id' in opened ? redirect(303, `/reform/programme/inspections/${opened.id}`) : opened;
  },
};
