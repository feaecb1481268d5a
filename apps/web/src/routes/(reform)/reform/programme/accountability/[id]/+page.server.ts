import { redirect } from '@sveltejs/kit';
import { api, toError, toFail } from '#lib/server/api.ts';
import { textsOf } from '#lib/server/form-text.ts';
import type { Actions, PageServerLoad } from './$types';

type Body = Parameters<ReturnType<typeof api>['actOnAccountability']>[0]['body'];

export const load: PageServerLoad = async (event) => ({
  held: await api(event)
    .getAccountability({ params: { id: event.params.id } })
    .catch(toError),
});

export const actions: Actions = {
  act: async (event) => {
    const values = textsOf(await event.request.formData(), ['action', 'revision', 'text', 'measure']);
    const { action, revision, text, measure } = values;
    const body = { action, revision: Number(revision), text: text || null, measure: measure || null } as Body;
    const done = await api(event)
      .actOnAccountability({ params: { id: event.params.id }, body })
      .catch((refused: unknown) => toFail(refused, { values }));
    return 'status' in done && typeof done.status === 'string' ? redirect(303, event.url.pathname) : done;
  },
};
