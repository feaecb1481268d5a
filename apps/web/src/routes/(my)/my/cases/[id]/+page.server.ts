import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  current: await api(event)
    .getMyCase({ params: { id: event.params.id } })
    .catch(toError),
  isJustSubmitted: event.url.searchParams.has('submitted'),
  isJustRated: event.url.searchParams.has('rated'),
});

export const actions: Actions = {
  withdraw: async (event) => {
    const form = await event.request.formData();
    const reason = String(form.get('reason') ?? '').trim();
    const body = { version: Number(form.get('version')), ...(reason === '' ? {} : { reason }) };
    const changed = await api(event)
      .withdrawCase({ params: { id: event.params.id }, body })
      .catch((refused: unknown) => toFail(refused, { reason }));
    return 'stations' in changed ? { isWithdrawn: true } : changed;
  },
};
