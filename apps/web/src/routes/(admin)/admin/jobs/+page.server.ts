import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const after = event.url.searchParams.get('after') ?? undefined;
  return {
    letters: await api(event).listDeadLetters({ query: { after } }).catch(toError),
    isFirst: after === undefined,
  };
};

export const actions: Actions = {
  retry: async (event) => {
    const id = String((await event.request.formData()).get('id') ?? '');
    return api(event)
      .retryDeadLetter({ params: { id } })
      .then(() => ({ isRetried: true }))
      .catch((refused: unknown) => toFail(refused));
  },
};
