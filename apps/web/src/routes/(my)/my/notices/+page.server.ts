import { redirect } from '@sveltejs/kit';
import { api, toError } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const after = event.url.searchParams.get('after') ?? undefined;
  return { notices: await api(event).listNotices({ query: { after } }).catch(toError) };
};

export const actions: Actions = {
  open: async (event) => {
    const form = await event.request.formData();
    const path = String(form.get('path') ?? '/my/notices');
    await api(event)
      .readNotice({ params: { id: String(form.get('id')) } })
      .catch(toError);
    // Only paths of this site.
    redirect(303, /^\/(?!\/)/.test(path) ? path : '/my/notices');
  },
  readAll: async (event) => {
    await api(event).readAllNotices().catch(toError);
  },
};
