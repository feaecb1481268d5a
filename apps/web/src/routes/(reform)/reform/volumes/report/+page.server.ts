import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const search = event.url.searchParams;
  const { items } = await api(event).listVolumeSources().catch(toError);
  return { sources: items, given: { matter: search.get('matter') ?? '', month: search.get('month') ?? '' } };
};

const names = ['matter', 'month', 'cases', 'evidence', 'source', 'reason'] as const;

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const values = Object.fromEntries(names.map((name) => [name, String(form.get(name) ?? '').trim()])) as Record<
      (typeof names)[number],
      string
    >;
    return api(event)
      .reportVolumes({ body: { items: [values] } })
      .then((report) => ({ report }))
      .catch((refused: unknown) => toFail(refused, { values }, { strip: 'items.0.' }));
  },
};
