import { redirect } from '@sveltejs/kit';
import { api, toError, toFail } from '#lib/server/api.ts';
import { textsOf } from '#lib/server/form-text.ts';
import type { Actions, PageServerLoad } from './$types';
import { onceKeyOf } from '#lib/shell/once-key.ts';

export const load: PageServerLoad = async (event) => ({
  team: await api(event).getTeam().catch(toError),
  done: event.url.searchParams.get('done'),
});

const fields = ['absentId', 'deputyId', 'fromDay', 'untilDay'] as const;

export const actions: Actions = {
  name: async (event) => {
    const form = await event.request.formData();
    const values = textsOf(form, fields);
    const named = await api(event)
      .nameDeputy({ body: values, idempotencyKey: onceKeyOf(form) })
      .catch((refused: unknown) => toFail(refused, { values }));
    return 'id' in named ? redirect(303, '/office/team?done=named') : named;
  },
  end: async (event) => {
    const { id } = textsOf(await event.request.formData(), ['id']);
    const refused = await api(event)
      .endDeputy({ params: { id } })
      .catch((cause: unknown) => toFail(cause, { values: undefined }));
    return refused ?? redirect(303, '/office/team?done=ended');
  },
};
