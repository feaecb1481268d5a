import { redirect } from '@sveltejs/kit';
import { api, toFail } from '#lib/server/api.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  /** What the link is for. Its token stands behind the #, which no server log ever sees. */
  preview: async (event) => {
    const typed = String((await event.request.formData()).get('token') ?? '');
    const token = typed.slice(typed.indexOf('#') + 1).trim();
    const preview = await api(event)
      .previewInvitation({ body: { token } })
      .catch((refused: unknown) => toFail(refused));
    return 'matters' in preview ? { preview, token } : preview;
  },
  accept: async (event) => {
    const form = await event.request.formData();
    const token = String(form.get('token') ?? '');
    const values = { name: String(form.get('name') ?? ''), phone: String(form.get('phone') ?? '') };
    const client = api(event);
    const accepted = await client.acceptInvitation({ body: { token, ...values } }).catch(async (refused: unknown) => {
      const preview = await client.previewInvitation({ body: { token } }).catch(() => undefined);
      return toFail(refused, { values, token, preview });
    });
    if (!('firstMatterCode' in accepted)) return accepted;
    redirect(303, `/matters/${accepted.firstMatterCode}/apply`);
  },
};
