import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const after = event.url.searchParams.get('after') ?? undefined;
  const [cases, drafts, favourites] = await Promise.all([
    client.listMyCases({ query: { after } }).catch(toError),
    client.listDrafts().catch(toError),
    client.listFavourites().catch(toError),
  ]);
  return { cases, drafts: drafts.items, favourites: favourites.items, isFirst: after === undefined };
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
