import { contentFields } from '@yitang/contract';
import type { FieldPath } from '#lib/features/catalog-editor/control.ts';
import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

const placed = (Object.keys(contentFields) as FieldPath[]).map((path) => ({ path, ...contentFields[path] }));

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const { id } = event.params;
  const [draft, choices, { items: breaches }] = await Promise.all([
    client.getMatterDraft({ params: { id } }).catch(toError),
    client.getEditorChoices().catch(toError),
    client.listDraftBreaches({ params: { id } }).catch(toError),
  ]);
  const wanted = event.url.searchParams.get('section');
  const section = draft.sections.find((one) => one.section === wanted)?.section ?? 'identity';
  const fields = placed.filter((field) => field.section === section).map(({ path, need }) => ({ path, need }));
  return { draft, choices, breaches, section, fields };
};

type Step = Parameters<ReturnType<typeof api>['actOnMatterDraft']>[0]['body'];

export const actions: Actions = {
  step: async (event) => {
    const form = await event.request.formData();
    const action = String(form.get('action'));
    const note = String(form.get('note') ?? '').trim();
    const body = {
      action: action as Step['action'],
      revision: Number(form.get('revision')),
      note: note === '' ? null : note,
    };
    return api(event)
      .actOnMatterDraft({ params: { id: event.params.id }, body })
      .then(({ status }) => ({ status }))
      .catch((refused: unknown) => toFail(refused, { action, note }));
  },
};
