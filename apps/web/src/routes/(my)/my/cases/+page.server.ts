import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

const shows = ['correction', 'rating', 'finished'] as const;

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const search = event.url.searchParams;
  const after = search.get('after') ?? undefined;
  const matter = search.get('matter') || undefined;
  const show = shows.find((one) => one === search.get('show'));
  const [cases, drafts, favourites] = await Promise.all([
    client.listMyCases({ query: { after, matter, show } }).catch(toError),
    client.listDrafts().catch(toError),
    client.listFavourites().catch(toError),
  ]);
  /** Beside cases that were asked for, nothing else is shown. */
  const isNarrowed = matter !== undefined || show !== undefined;
  const isFirst = after === undefined && !isNarrowed;
  return { cases, drafts: drafts.items, favourites: favourites.items, isFirst, isNarrowed, matter, show };
};

export const actions: Actions = {
  deleteDraft: async (event) => {
    const draftId = String((await event.request.formData()).get('draft') ?? '');
    return api(event)
      .deleteDraft({ params: { draftId } })
      .catch((refused: unknown) => toFail(refused));
  },
  dropFavourite: async (event) => {
    const code = String((await event.request.formData()).get('code') ?? '');
    return api(event)
      .removeFavourite({ params: { code } })
      .catch((refused: unknown) => toFail(refused));
  },
};
