import { error, redirect } from '@sveltejs/kit';
import { readAnswers } from '#lib/features/draft/read-answers.ts';
import { api, toError, toFail } from '#lib/server/api.ts';
import { passForm } from '#lib/server/form-body.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const current = await api(event)
    .getMyCase({ params: { id: event.params.id } })
    .catch(toError);
  if (current.correction === null) error(404, { message: '这个办件没有需要补正的内容。' });
  return { current, correction: current.correction };
};

export const actions: Actions = {
  supply: async (event) => {
    const { id } = event.params;
    const form = await event.request.formData();
    const client = api(event);
    const current = await client.getMyCase({ params: { id } }).catch(toError);
    const values = readAnswers(current.correction?.page.fields ?? [], form);
    const supplied = await client
      .supplyCorrection({ params: { id }, body: { version: Number(form.get('version')), answers: values } })
      .catch((refused: unknown) => toFail(refused, { values }, { strip: 'answers.' }));
    if (!('stations' in supplied)) return supplied;
    redirect(303, `/my/cases/${id}`);
  },
  upload: async (event) => {
    const { id } = event.params;
    const requirementKey = event.url.searchParams.get('requirement') ?? '';
    const params = { id, requirementKey };
    const uploaded = await passForm(event.request, (form) => api(event).uploadCorrection({ params, form })).catch(
      (refused: unknown) => toFail(refused, { requirement: requirementKey }),
    );
    return 'sha256' in uploaded ? { uploaded: uploaded.name } : uploaded;
  },
};
