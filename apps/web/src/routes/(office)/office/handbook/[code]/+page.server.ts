import { redirect } from '@sveltejs/kit';
import { readQuestions } from '#lib/features/office-handbook/test-text.ts';
import { api, toError, toFail } from '#lib/server/api.ts';
import { textsOf } from '#lib/server/form-text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const params = { code: event.params.code };
  const handbook = await client.getHandbook({ params }).catch(toError);
  const training = handbook.isEditable ? await client.listTraining({ params }).catch(toError) : null;
  return { handbook, training: training?.items ?? null };
};

export const actions: Actions = {
  take: async (event) => {
    const form = await event.request.formData();
    const { revision, count } = textsOf(form, ['revision', 'count']);
    const places = Array.from({ length: Math.min(20, Number(count)) }, (_, index) => form.get(`answers.${index}`));
    const chosen = places.map((value) => (typeof value === 'string' ? value : ''));
    const answers = chosen.map((value) => (/^\d$/.test(value) ? Number(value) : null));
    return api(event)
      .takeHandbookTest({ params: { code: event.params.code }, body: { revision: Number(revision), answers } })
      .then((result) => ({ result }))
      .catch((refused: unknown) => toFail(refused, { chosen }));
  },
  save: async (event) => {
    const values = textsOf(await event.request.formData(), ['revision', 'body', 'questions', 'passMark']);
    const { revision, body, questions, passMark } = values;
    const mark = /^\d+$/.test(passMark) ? Number(passMark) : Number.NaN;
    const saved = await api(event)
      .saveHandbook({
        params: { code: event.params.code },
        body: { revision: Number(revision), body, passMark: mark, questions: readQuestions(questions) },
      })
      .catch((refused: unknown) => toFail(refused, { values }));
    return 'revision' in saved ? redirect(303, event.url.pathname) : saved;
  },
};
