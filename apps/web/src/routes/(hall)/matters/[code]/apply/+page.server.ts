import { redirect } from '@sveltejs/kit';
import { readSituation } from '#lib/features/matter/read-situation.ts';
import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  /** Chosen in the guide. */
  situation: readSituation(event.url.searchParams),
  precheck: await api(event)
    .precheckMatter({ params: { code: event.params.code } })
    .catch(toError),
});

export const actions: Actions = {
  start: async (event) => {
    const draft = await api(event)
      .openDraft({ body: { matterCode: event.params.code, situation: readSituation(event.url.searchParams) } })
      .catch((refused: unknown) => toFail(refused));
    if (!('pages' in draft)) return draft;
    const open = draft.pages.find((page) => !page.isComplete) ?? draft.pages[0];
    redirect(303, `/my/drafts/${draft.id}/${open?.key ?? 'check'}`);
  },
};
