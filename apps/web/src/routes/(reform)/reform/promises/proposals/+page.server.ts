import { redirect } from '@sveltejs/kit';
import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const search = event.url.searchParams;
  const [state, after] = [search.get('state') ?? undefined, search.get('after') ?? undefined];
  const query = { ...(state && { state }), ...(after && { after }) };
  const view = await api(event)
    .listGuideProposals({ query: query as object })
    .catch(toError);
  return { state, after, view };
};

export const actions: Actions = {
  accept: async (event) => {
    const form = await event.request.formData();
    const params = { id: String(form.get('id') ?? '') };
    const note = String(form.get('note') ?? '').trim() || null;
    const answer = await api(event)
      .acceptGuideProposal({ params, body: { revision: Number(form.get('revision')), note } })
      .catch((refused: unknown) => toFail(refused, { id: params.id, reason: '' }));
    return 'draftId' in answer ? redirect(303, `/console/drafts/${answer.draftId}`) : answer;
  },
  reject: async (event) => {
    const form = await event.request.formData();
    const params = { id: String(form.get('id') ?? '') };
    const reason = String(form.get('reason') ?? '').trim();
    return api(event)
      .rejectGuideProposal({ params, body: { revision: Number(form.get('revision')), reason } })
      .then(() => ({ isRejected: true as const }))
      .catch((refused: unknown) => toFail(refused, { id: params.id, reason }));
  },
};
