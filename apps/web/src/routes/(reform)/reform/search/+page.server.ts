import { redirect } from '@sveltejs/kit';
import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const drafting = event.url.searchParams.get('matter') ?? '';
  const [misses, synonyms, answers, departments] = await Promise.all([
    client.listSearchMisses().catch(toError),
    client.listSynonyms().catch(toError),
    client.listSearchAnswers().catch(toError),
    drafting === '' ? [] : client.getCatalogConsole().then((console) => console.departments, toError),
  ]);
  return {
    misses: misses.items,
    synonyms: synonyms.items,
    answers: answers.items,
    /** The word that an answer is to be written for, chosen in its row. */
    answering: event.url.searchParams.get('answer') ?? '',
    /** The word that a new matter is to be begun for, chosen in its row, and the departments that may have it. */
    drafting,
    departments,
  };
};

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '');

export const actions: Actions = {
  add: async (event) => {
    const form = await event.request.formData();
    const values = { word: textOf(form, 'word'), means: textOf(form, 'means') };
    return api(event)
      .addSynonym({ body: values })
      .then((added) => ({ added }))
      .catch((refused: unknown) => toFail(refused, { values }));
  },
  remove: async (event) => {
    const id = textOf(await event.request.formData(), 'id');
    return api(event)
      .removeSynonym({ params: { id } })
      .then(() => ({ removed: true }))
      .catch((refused: unknown) => toFail(refused));
  },
  answer: async (event) => {
    const form = await event.request.formData();
    const answered = { word: textOf(form, 'word'), answer: textOf(form, 'answer'), code: textOf(form, 'code') };
    return api(event)
      .addSearchAnswer({ body: { ...answered, code: answered.code.trim() || null } })
      .then(({ word }) => ({ answeredWord: word }))
      .catch((refused: unknown) => toFail(refused, { answered }));
  },
  matter: async (event) => {
    const form = await event.request.formData();
    const begun = {
      query: textOf(form, 'query'),
      name: textOf(form, 'name'),
      departmentId: textOf(form, 'departmentId'),
    };
    const draft = await api(event)
      .beginMissedMatter({ body: begun })
      .catch((refused: unknown) => toFail(refused, { begun }));
    return 'id' in draft ? redirect(303, `/console/drafts/${draft.id}`) : draft;
  },
  removeAnswer: async (event) => {
    const id = textOf(await event.request.formData(), 'id');
    return api(event)
      .removeSearchAnswer({ params: { id } })
      .then(() => ({ removed: true }))
      .catch((refused: unknown) => toFail(refused));
  },
};
