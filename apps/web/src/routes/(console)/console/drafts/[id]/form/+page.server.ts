import { redirect } from '@sveltejs/kit';
import {
  addField,
  addPage,
  duplicate,
  move,
  remove,
  setField,
  setPage,
  type Edited,
} from '#lib/features/catalog-form/form-edits.ts';
import { kindWords } from '#lib/features/catalog-form/field-words.ts';
import {
  placeOf,
  placeText,
  type FieldKind,
  type FormDefinition,
  type Place,
} from '#lib/features/catalog-form/form-types.ts';
import { readField, readPage } from '#lib/features/catalog-form/read-field.ts';
import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const noForm: FormDefinition = { pages: [] };

export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const client = api(event);
  const [draft, trial] = await Promise.all([
    client.getMatterDraft({ params: { id } }).catch(toError),
    client.getFormTrial({ params: { id } }).catch(toError),
  ]);
  const form = draft.fields.form ?? noForm;
  return {
    draft: { id, name: draft.name, revision: draft.revision, isEditable: draft.isEditable },
    form,
    at: placeOf(event.url.searchParams.get('at'), form),
    faults: trial.faults,
    isSaved: event.url.searchParams.has('saved'),
    materials: draft.fields['guide.materials']
      .filter(({ sourceMode, form: medium }) => sourceMode === 'applicant' && medium !== 'paper')
      .map(({ key, name }) => ({ value: key, label: name.zh })),
  };
};

/** The form as it stands, changed and saved as one field of the draft: who was slower is told, and nothing is overwritten. */
async function edit(event: RequestEvent, change: (form: FormDefinition, posted: FormData) => Edited) {
  const { id } = event.params;
  const posted = await event.request.formData();
  const client = api(event);
  const draft = await client.getMatterDraft({ params: { id } }).catch(toError);
  const { form, at } = change(draft.fields.form ?? noForm, posted);
  const saved = await client
    .saveMatterDraft({ params: { id }, body: { revision: Number(posted.get('revision')), values: { form } } })
    .catch((refused: unknown) => toFail(refused, { kept: form }, { strip: 'values.form.' }));
  if (!('revision' in saved)) return saved;
  redirect(303, `/console/drafts/${id}/form?saved${at === undefined ? '' : `&at=${placeText(at)}`}#properties`);
}

function changed(form: FormDefinition, act: string, { at, kind }: { at: Place | undefined; kind: string }): Edited {
  if (act === 'add-page') return addPage(form);
  if (at === undefined) return { form, at };
  if (act === 'add-field') return kind in kindWords ? addField(form, at, kind as FieldKind) : { form, at };
  if (act === 'duplicate') return duplicate(form, at);
  if (act === 'remove') return remove(form, at);
  return move(form, at, act === 'up' ? -1 : 1);
}

export const actions: Actions = {
  change: (event) =>
    edit(event, (form, posted) =>
      changed(form, String(posted.get('act')), {
        at: placeOf(String(posted.get('at') ?? ''), form),
        kind: String(posted.get('kind') ?? ''),
      }),
    ),
  properties: (event) =>
    edit(event, (form, posted) => {
      const at = placeOf(String(posted.get('at') ?? ''), form);
      const page = at && form.pages[at.page];
      if (at === undefined || page === undefined) return { form, at };
      const field = at.field === undefined ? undefined : page.fields[at.field];
      if (at.field === undefined || field === undefined) return setPage(form, at, readPage(posted, page));
      return setField(form, { page: at.page, field: at.field }, readField(posted, field));
    }),
};
