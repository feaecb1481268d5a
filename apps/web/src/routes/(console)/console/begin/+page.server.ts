import { redirect } from '@sveltejs/kit';
import { api, toError, toFail } from '#lib/server/api.ts';
import { toRefusedQuery } from '#lib/server/refused-query.ts';
import { onceKeyOf } from '#lib/shell/once-key.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** What is done with a matter that the search found; without one a new matter is begun. */
const purposes = ['copy', 'retire'] as const;

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const search = event.url.searchParams;
  const q = search.get('q')?.trim() ?? '';
  const purpose = purposes.find((one) => search.has(one));
  const code = purpose === undefined ? undefined : (search.get(purpose) ?? '');
  const [console, found, matter] = await Promise.all([
    client.getCatalogConsole().catch(toError),
    q === '' ? undefined : client.listMatters({ query: { q, limit: 20 } }).catch(toRefusedQuery),
    code === undefined ? undefined : client.getMatter({ params: { code } }).catch(toError),
  ]);
  return {
    console,
    q,
    purpose,
    matter: matter && { code: matter.code, name: matter.name, department: matter.department },
    found: found && 'items' in found ? found.items : [],
    issues: found && 'issues' in found ? found.issues : [],
  };
};

interface Sent {
  readonly kept: Record<string, string>;
  readonly key: string;
}
type Wanted = Parameters<ReturnType<typeof api>['createMatterDraft']>[0]['body'];

async function begin(event: RequestEvent, wanted: Wanted, { kept, key }: Sent) {
  const draft = await api(event)
    .createMatterDraft({ body: wanted, idempotencyKey: key })
    .catch((refused: unknown) => toFail(refused, { kept }));
  return 'id' in draft ? redirect(303, `/console/drafts/${draft.id}`) : draft;
}

const textOf = (form: FormData, name: string) => String(form.get(name) ?? '').trim();

export const actions: Actions = {
  add: async (event) => {
    const form = await event.request.formData();
    const kept = { name: textOf(form, 'name'), departmentId: textOf(form, 'departmentId') };
    const copyFrom = textOf(form, 'copyFrom');
    return begin(
      event,
      { operation: 'add', ...kept, ...(copyFrom === '' ? {} : { copyFrom }) },
      { kept, key: onceKeyOf(form) },
    );
  },
  change: async (event) => {
    const form = await event.request.formData();
    return begin(event, { operation: 'change', code: textOf(form, 'code') }, { kept: {}, key: onceKeyOf(form) });
  },
  retire: async (event) => {
    const form = await event.request.formData();
    const successorCode = textOf(form, 'successorCode');
    return begin(
      event,
      {
        operation: 'retire',
        code: textOf(form, 'code'),
        successorCode: successorCode === '' ? null : successorCode,
      },
      { kept: { successorCode }, key: onceKeyOf(form) },
    );
  },
};
