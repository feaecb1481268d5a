import { api, toError, toFail } from '#lib/server/api.ts';
import { onceKeyOf } from '#lib/shell/once-key.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const after = event.url.searchParams.get('after') ?? undefined;
  return {
    clients: await api(event).listMachineClients({ query: { after } }).catch(toError),
    isFirst: after === undefined,
  };
};

export const actions: Actions = {
  create: async (event) => {
    const form = await event.request.formData();
    const name = String(form.get('name') ?? '');
    return api(event)
      .createMachineClient({ body: { name }, idempotencyKey: onceKeyOf(form) })
      .then((created) => ({ created }))
      .catch((refused: unknown) => toFail(refused, { name }));
  },
  revoke: async (event) => {
    const id = String((await event.request.formData()).get('id') ?? '');
    return api(event)
      .revokeMachineClient({ params: { id } })
      .then(() => ({ isRevoked: true }))
      .catch((refused: unknown) => toFail(refused));
  },
};
