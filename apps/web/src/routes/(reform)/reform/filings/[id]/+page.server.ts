import { redirect } from '@sveltejs/kit';
import { readPlan } from '#lib/features/reform-filing/read-plan.ts';
import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';
import { onceKeyOf } from '#lib/shell/once-key.ts';

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const [filing, choices] = await Promise.all([
    client.getFiling({ params: { id: event.params.id } }).catch(toError),
    client.getFilingChoices().catch(toError),
  ]);
  return { filing, today: choices.today, isUnattached: event.url.searchParams.has('unattached') };
};

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();
const revisionOf = (form: FormData): number => Number(form.get('revision') ?? -1);
const ways = ['online', 'email', 'post', 'in-person'] as const;

function uploadOf(form: FormData): FormData | undefined {
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) return undefined;
  const upload = new FormData();
  upload.append('file', file, file.name);
  return upload;
}

/** What was typed, kept where it is refused; `acted` says in which form. */
function typedOf(form: FormData, acted: string) {
  const typed = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')) as Record<
    string,
    string
  >;
  return { acted, typed };
}

export const actions: Actions = {
  cancel: async (event) => {
    const form = await event.request.formData();
    const done = await api(event)
      .cancelFiling({ params: { id: event.params.id }, body: { revision: revisionOf(form) } })
      .catch((refused: unknown) => toFail(refused, typedOf(form, 'cancel')));
    return 'revision' in done ? redirect(303, event.url.pathname) : done;
  },
  freeze: async (event) => {
    const form = await event.request.formData();
    const done = await api(event)
      .freezeFiling({ params: { id: event.params.id }, body: { revision: revisionOf(form) } })
      .catch((refused: unknown) => toFail(refused, typedOf(form, 'freeze')));
    return 'revision' in done ? redirect(303, event.url.pathname) : done;
  },
  renew: async (event) => {
    const form = await event.request.formData();
    const wish = readPlan({
      asOf: textOf(form, 'asOf'),
      setNumber: textOf(form, 'setNumber'),
      decreeId: textOf(form, 'decreeId'),
      replaces: event.params.id,
    });
    const made = await api(event)
      .planFiling({ body: wish, idempotencyKey: onceKeyOf(form) })
      .catch((refused: unknown) => toFail(refused, typedOf(form, 'renew')));
    return 'id' in made ? redirect(303, `/reform/filings/${made.id}`) : made;
  },
  send: async (event) => {
    const form = await event.request.formData();
    const way = ways.find((one) => one === textOf(form, 'way')) ?? 'online';
    const body = {
      on: textOf(form, 'on'),
      way,
      recipient: textOf(form, 'recipient'),
      note: textOf(form, 'note') || null,
    };
    const done = await api(event)
      .sendFiling({ params: { id: event.params.id }, body: { revision: revisionOf(form), ...body } })
      .catch((refused: unknown) => toFail(refused, typedOf(form, 'send')));
    return 'revision' in done ? redirect(303, event.url.pathname) : done;
  },
  receive: async (event) => {
    const form = await event.request.formData();
    const params = { id: event.params.id };
    const body = { on: textOf(form, 'on'), number: textOf(form, 'number'), note: textOf(form, 'note') || null };
    const client = api(event);
    const done = await client
      .recordFilingReceipt({ params, body: { revision: revisionOf(form), ...body } })
      .catch((refused: unknown) => toFail(refused, typedOf(form, 'receive')));
    if (!('revision' in done)) return done;
    const upload = uploadOf(form);
    const kept =
      upload &&
      (await client.attachFilingReceipt({ params, form: upload }).catch((refused: unknown) => toFail(refused)));
    // The receipt is recorded; its file is asked for again on the page.
    const note = kept !== undefined && !('sha256' in kept) ? '?unattached#receipt' : '';
    return redirect(303, `${event.url.pathname}${note}`);
  },
  return: async (event) => {
    const form = await event.request.formData();
    const body = { revision: revisionOf(form), on: textOf(form, 'on'), reason: textOf(form, 'reason') };
    const done = await api(event)
      .returnFiling({ params: { id: event.params.id }, body })
      .catch((refused: unknown) => toFail(refused, typedOf(form, 'return')));
    return 'revision' in done ? redirect(303, event.url.pathname) : done;
  },
  attach: async (event) => {
    const form = await event.request.formData();
    const kept = await api(event)
      .attachFilingReceipt({ params: { id: event.params.id }, form: uploadOf(form) ?? new FormData() })
      .catch((refused: unknown) => toFail(refused, typedOf(new FormData(), 'attach')));
    return 'sha256' in kept ? redirect(303, `${event.url.pathname}#receipt`) : kept;
  },
};
