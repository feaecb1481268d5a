import { redirect } from '@sveltejs/kit';
import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  round: await api(event)
    .getPowerRound({ params: { id: event.params.id } })
    .catch(toError),
});

type Action = Parameters<ReturnType<typeof api>['actOnPowerFiling']>[0]['body']['action'];

export const actions: Actions = {
  act: async (event) => {
    const form = await event.request.formData();
    const filing = String(form.get('filing') ?? '');
    const note = String(form.get('note') ?? '').trim();
    const action = String(form.get('action') ?? '') as Action;
    const done = await api(event)
      .actOnPowerFiling({
        params: { id: filing },
        body: { action, revision: Number(form.get('revision')), note: note || null },
      })
      .catch((refused: unknown) => toFail(refused, { filing, note }));
    return 'status' in done && typeof done.status === 'string' ? redirect(303, event.url.pathname) : done;
  },
  close: async (event) => {
    const refusal = await api(event)
      .closePowerRound({ params: { id: event.params.id } })
      .catch((refused: unknown) => toFail(refused, { filing: '', note: '' }));
    return refusal ?? redirect(303, event.url.pathname);
  },
};
