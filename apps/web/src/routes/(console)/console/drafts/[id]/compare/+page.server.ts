import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const { id } = event.params;
  const [draft, comparison, impact] = await Promise.all([
    client.getMatterDraft({ params: { id } }).catch(toError),
    client.compareDraft({ params: { id } }).catch(toError),
    client.getDraftImpact({ params: { id } }).catch(toError),
  ]);
  const { operation, revision, availableActions } = draft;
  return { id, operation, revision, mayDecide: availableActions.includes('keep-cases'), comparison, impact };
};

export const actions: Actions = {
  keep: async (event) => {
    const form = await event.request.formData();
    const note = String(form.get('note') ?? '').trim();
    const body = {
      action: 'keep-cases',
      revision: Number(form.get('revision')),
      note: note === '' ? null : note,
    } as const;
    return api(event)
      .actOnMatterDraft({ params: { id: event.params.id }, body })
      .then(() => undefined)
      .catch((caught: unknown) => toFail(caught, { note }));
  },
};
