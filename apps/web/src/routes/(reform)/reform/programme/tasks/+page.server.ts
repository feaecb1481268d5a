import { redirect } from '@sveltejs/kit';
import { api, toError, toFail } from '#lib/server/api.ts';
import { textsOf } from '#lib/server/form-text.ts';
import type { Actions, PageServerLoad } from './$types';
import { onceKeyOf } from '#lib/shell/once-key.ts';

const filters = ['status', 'kind', 'department', 'stage', 'overdue', 'after'] as const;

export const load: PageServerLoad = async (event) => {
  const asked = filters.flatMap((name) => {
    const value = event.url.searchParams.get(name);
    return value ? [[name, value] as const] : [];
  });
  const query: Readonly<Record<string, string>> = Object.fromEntries(asked);
  const client = api(event);
  const [tasks, programme] = await Promise.all([
    client.listReformTasks({ query }).catch(toError),
    client.getProgramme().catch(toError),
  ]);
  return { tasks, query, programme };
};

const fields = ['title', 'demand', 'dueOn', 'stageId', 'target'] as const;

export const actions: Actions = {
  give: async (event) => {
    const form = await event.request.formData();
    const values = textsOf(form, fields);
    const departmentIds = form.getAll('departmentIds').map(String);
    const { stageId, target } = values;
    const body = { ...values, departmentIds, stageId: stageId || null, target: target || null, inspectionId: null };
    const given = await api(event)
      .giveReformTasks({ body, idempotencyKey: onceKeyOf(form) })
      .catch((refused: unknown) => toFail(refused, { values, departmentIds }));
    return 'ids' in given ? redirect(303, '/reform/programme/tasks') : given;
  },
};
