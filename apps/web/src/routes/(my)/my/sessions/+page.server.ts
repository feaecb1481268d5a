import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  sessions: (await api(event).listMySessions().catch(toError)).items,
});

export const actions: Actions = {
  end: async (event) => {
    const id = String((await event.request.formData()).get('id') ?? '');
    return api(event)
      .endMySession({ params: { id } })
      .catch((refused: unknown) => toFail(refused));
  },
  endOthers: async (event) => {
    const ended = await api(event)
      .endOtherSessions()
      .catch((refused: unknown) => toFail(refused));
    return 'ended' in ended ? undefined : ended;
  },
};
