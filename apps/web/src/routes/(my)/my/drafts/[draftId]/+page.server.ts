import { redirect } from '@sveltejs/kit';
import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

/** A draft is found again at its first unfinished page. */
export const load: PageServerLoad = async (event) => {
  const { draftId } = event.params;
  const draft = await api(event).getDraft({ params: { draftId } }).catch(toError);
  const open = draft.pages.find((page) => !page.isComplete);
  redirect(303, `/my/drafts/${draftId}/${open?.key ?? 'check'}`);
};
