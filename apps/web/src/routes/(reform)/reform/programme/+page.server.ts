import type { ReformPolicyData } from '@yitang/contract';
import { redirect } from '@sveltejs/kit';
import { namesIn } from '#lib/features/reform-programme/points.ts';
import { api, toError, toFail } from '#lib/server/api.ts';
import { textsOf } from '#lib/server/form-text.ts';
import type { Actions, PageServerLoad } from './$types';
import { onceKeyOf } from '#lib/shell/once-key.ts';

export const load: PageServerLoad = async (event) => ({ programme: await api(event).getProgramme().catch(toError) });

const policyFields = ['id', 'title', 'number', 'issuedOn', 'level', 'address', 'isPublic', 'revision'] as const;

const fields = ['id', 'title', 'goal', 'owner', 'firstDay', 'lastDay', 'targets', 'revision'] as const;

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData();
    const values = textsOf(form, fields);
    const body = {
      ...values,
      id: values.id || null,
      targets: namesIn(values.targets),
      revision: Number(values.revision),
    };
    const saved = await api(event)
      .saveProgrammeStage({ body, idempotencyKey: onceKeyOf(form) })
      .catch((refused: unknown) => toFail(refused, { values }));
    return 'id' in saved ? redirect(303, event.url.pathname) : saved;
  },
  policy: async (event) => {
    const form = await event.request.formData();
    const values = textsOf(form, policyFields);
    const body = {
      ...values,
      id: values.id || null,
      issuedOn: values.issuedOn || null,
      level: values.level as ReformPolicyData['level'],
      address: values.address.trim() || null,
      isPublic: values.isPublic === 'yes',
      revision: Number(values.revision),
    };
    const saved = await api(event)
      .saveReformPolicy({ body, idempotencyKey: onceKeyOf(form) })
      .catch((refused: unknown) => toFail(refused, { policy: values }));
    return 'id' in saved ? redirect(303, event.url.pathname) : saved;
  },
  finish: async (event) => {
    const values = textsOf(await event.request.formData(), fields);
    const refused = await api(event)
      .finishProgrammeStage({ params: { id: values.id }, body: { revision: Number(values.revision) } })
      .catch((cause: unknown) => toFail(cause, { values: undefined }));
    return refused ?? redirect(303, event.url.pathname);
  },
};
