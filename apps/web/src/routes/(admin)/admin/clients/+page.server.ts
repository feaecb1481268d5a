import { requireAdministrator } from '#lib/features/admin/require-administrator.ts';
import { api, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, parent }) => {
  requireAdministrator((await parent()).me, url);
};

export const actions: Actions = {
  create: async (event) => {
    const name = String((await event.request.formData()).get('name') ?? '');
    return api(event)
      .createMachineClient({ body: { name } })
      .then((created) => ({ created }))
      .catch((refused: unknown) => toFail(refused, { name }));
  },
};
