import { fail, redirect } from '@sveltejs/kit';
import { readCombing, readValues } from '#lib/features/catalog-power/read-combing.ts';
import { api, toError, toFail } from '#lib/server/api.ts';
import { toRefusedQuery } from '#lib/server/refused-query.ts';
import type { Actions, PageServerLoad } from './$types';

const names = ['q', 'department', 'status', 'after'] as const;
const statuses = ['entered', 'kept', 'handed-down', 'merged', 'split', 'cancelled', 'withdrawn'] as const;

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const chosen: Partial<Record<(typeof names)[number], string>> = {};
  for (const name of names) {
    const value = event.url.searchParams.get(name)?.trim();
    if (value) chosen[name] = value;
  }
  const status = statuses.find((one) => one === chosen.status);
  const [list, console] = await Promise.all([
    client.listPowerEntries({ query: { ...chosen, status, limit: 50 } }).catch(toRefusedQuery),
    client.getCatalogConsole().catch(toError),
  ]);
  const found =
    'items' in list
      ? { list, queryIssues: [] }
      : { list: { items: [], next: undefined, mayEnter: false }, queryIssues: list.issues };
  return { ...found, chosen, departments: console.departments, made: event.url.searchParams.get('made') };
};

function fileIn(form: FormData): File | undefined {
  const file = form.get('file');
  return file instanceof File && file.size > 0 ? file : undefined;
}

const failure = (message: string) => ({ message, code: 'request.invalid', issues: [] });

export const actions: Actions = {
  comb: async (event) => {
    const form = await event.request.formData();
    const values = readValues(form);
    const file = fileIn(form);
    const body = readCombing(values, file?.name);
    if (body === undefined || values.powers.length === 0)
      return fail(422, { ...failure(''), values, isNothingChosen: true });
    const client = api(event);
    const done = await client.combPowers({ body }).catch((refused: unknown) => toFail(refused, { values }));
    if (!('id' in done)) return done;
    if (file !== undefined) {
      const upload = new FormData();
      upload.append('file', file, file.name);
      const kept = await client
        .attachPowerFile({ params: { id: done.id }, form: upload })
        .catch((refused: unknown) => toFail(refused));
      if (!('id' in kept)) {
        // With its document named the decision stands; the file is asked for again where the decision is shown.
        if (values.documents !== '') redirect(303, `/console/power/decisions?unattached=${done.id}`);
        await client.undoPowerDecision({ params: { id: done.id } });
        return fail(422, { ...failure(''), values, issues: [{ field: 'file', message: kept.data.message }] });
      }
    }
    const search = new URLSearchParams(
      [...event.url.searchParams].filter(([name]) => !name.startsWith('/') && name !== 'made'),
    );
    search.set('made', done.made.join(',') || '-');
    return redirect(303, `${event.url.pathname}?${search.toString()}`);
  },
  link: async (event) => {
    const values = readValues(await event.request.formData());
    if (values.powers.length === 0) return fail(422, { ...failure(''), values, isNothingChosen: true });
    const codes = values.powers.map((one) => one.split('@')[0] ?? '');
    return api(event)
      .linkPowers({ body: { codes, matter: values.matter } })
      .then((linked) => ({ linked }))
      .catch((refused: unknown) => toFail(refused, { values }));
  },
};
