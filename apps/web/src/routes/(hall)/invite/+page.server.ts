import { ApiError } from '@yitang/contract';
import { redirect } from '@sveltejs/kit';
import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const token = event.url.searchParams.get('token') ?? '';
  const preview = await api(event)
    .previewInvitation({ body: { token } })
    .catch((refused: unknown) => {
      if (refused instanceof ApiError && refused.status < 500 && refused.status !== 429) return null;
      return toError(refused);
    });
  return { preview, token };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const values = { name: String(form.get('name') ?? ''), phone: String(form.get('phone') ?? '') };
    const accepted = await api(event)
      .acceptInvitation({ body: { token: String(form.get('token') ?? ''), ...values } })
      .catch((refused: unknown) => toFail(refused, { values }));
    if (!('firstMatterCode' in accepted)) return accepted;
    redirect(303, `/matters/${accepted.firstMatterCode}/apply`);
  },
};
