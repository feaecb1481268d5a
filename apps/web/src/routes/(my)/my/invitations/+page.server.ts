import { api, toError, toFail } from '#lib/server/api.ts';
import { onceKeyOf } from '#lib/shell/once-key.ts';
import type { Actions, PageServerLoad } from './$types';

const relations = ['父亲', '母亲', '其他监护人'] as const;

export const load: PageServerLoad = async (event) => ({
  list: await api(event).listInvitations().catch(toError),
  relations,
});

export const actions: Actions = {
  create: async (event) => {
    const form = await event.request.formData();
    const values = {
      inviteeName: String(form.get('inviteeName') ?? ''),
      relation: String(form.get('relation') ?? ''),
      matterCodes: form.getAll('matterCodes').map(String),
      days: String(form.get('days') ?? ''),
    };
    const created = await api(event)
      .createInvitation({
        body: { ...values, relation: values.relation as (typeof relations)[number] },
        idempotencyKey: onceKeyOf(form),
      })
      .catch((refused: unknown) => toFail(refused, { values }));
    return 'link' in created ? { link: created.link } : created;
  },
  revoke: async (event) => {
    const id = String((await event.request.formData()).get('id') ?? '');
    const revoked = await api(event)
      .revokeInvitation({ params: { id } })
      .catch((refused: unknown) => toFail(refused));
    return 'state' in revoked ? { isRevoked: true } : revoked;
  },
};
