import { redirect } from '@sveltejs/kit';
import { readPlan } from '#lib/features/reform-filing/read-plan.ts';
import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';
import { onceKeyOf } from '#lib/shell/once-key.ts';

const names = ['asOf', 'setNumber', 'decreeId', 'replaces'] as const;

export const load: PageServerLoad = async (event) => {
  const search = event.url.searchParams;
  const choices = await api(event).getFilingChoices().catch(toError);
  const usual = {
    asOf: choices.today,
    setNumber: String(choices.sets[0]?.number ?? 'none'),
    decreeId: choices.decrees[0]?.id ?? 'none',
    replaces: '',
  };
  const values = { ...usual };
  for (const name of names) values[name] = search.get(name) ?? usual[name];
  return { choices, values, isUnattached: search.has('unattached') };
};

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();

function uploadOf(form: FormData): FormData | undefined {
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) return undefined;
  const upload = new FormData();
  upload.append('file', file, file.name);
  return upload;
}

export const actions: Actions = {
  plan: async (event) => {
    const form = await event.request.formData();
    const [asOf = '', setNumber = '', decreeId = '', replaces = ''] = names.map((name) => textOf(form, name));
    const plan = { asOf, setNumber, decreeId, replaces };
    const made = await api(event)
      .planFiling({ body: readPlan(plan), idempotencyKey: onceKeyOf(form) })
      .catch((refused: unknown) => toFail(refused, { plan }));
    return 'id' in made ? redirect(303, `/reform/filings/${made.id}`) : made;
  },
  decree: async (event) => {
    const form = await event.request.formData();
    const decree = { number: textOf(form, 'number'), title: textOf(form, 'title'), issuedOn: textOf(form, 'issuedOn') };
    const client = api(event);
    const made = await client
      .addFilingDecree({ body: decree, idempotencyKey: onceKeyOf(form) })
      .catch((refused: unknown) => toFail(refused, { decree }));
    if (!('id' in made)) return made;
    const upload = uploadOf(form);
    const kept =
      upload &&
      (await client
        .attachFilingDecree({ params: { id: made.id }, form: upload })
        .catch((refused: unknown) => toFail(refused)));
    // The entry stands; the file is asked for again in its row.
    const note = kept !== undefined && !('sha256' in kept) ? '&unattached' : '';
    return redirect(303, `/reform/filings/new?decreeId=${made.id}${note}#decrees`);
  },
  attach: async (event) => {
    const form = await event.request.formData();
    const kept = await api(event)
      .attachFilingDecree({ params: { id: textOf(form, 'id') }, form: uploadOf(form) ?? new FormData() })
      .catch((refused: unknown) => toFail(refused));
    return 'sha256' in kept ? redirect(303, '/reform/filings/new#decrees') : kept;
  },
};
