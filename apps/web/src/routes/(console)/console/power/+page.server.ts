import { redirect } from '@sveltejs/kit';
import { api, toError, toFail } from '#lib/server/api.ts';
import { onceKeyOf } from '#lib/shell/once-key.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const [rounds, console] = await Promise.all([
    client.listPowerRounds().catch(toError),
    client.getCatalogConsole().catch(toError),
  ]);
  return { rounds, departments: console.departments };
};

export const actions: Actions = {
  open: async (event) => {
    const form = await event.request.formData();
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const values = {
      title: text('title'),
      opensOn: text('opensOn'),
      dueOn: text('dueOn'),
      departmentIds: form.getAll('departmentIds').map(String),
    };
    const opened = await api(event)
      .openPowerRound({ body: values, idempotencyKey: onceKeyOf(form) })
      .catch((refused: unknown) => toFail(refused, { values }));
    return 'id' in opened ? redirect(303, `/console/power/rounds/${opened.id}`) : opened;
  },
};
