import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';
import { onceKeyOf } from '#lib/shell/once-key.ts';

const statuses = ['requested', 'approved', 'overdue', 'refused', 'ended'] as const;
const actionNames = ['approve', 'refuse', 'review', 'end'] as const;

export const load: PageServerLoad = async (event) => {
  const search = event.url.searchParams;
  const status = statuses.find((one) => one === search.get('status'));
  const after = search.get('after') ?? undefined;
  const asOf = (status === 'overdue' && search.get('asOf')) || undefined;
  const list = await api(event)
    .listExclusions({
      query: { ...(status ? { status } : {}), ...(asOf ? { asOf } : {}), ...(after ? { after } : {}) },
    })
    .catch(toError);
  return { list, status, asOf, isFirst: after === undefined, code: search.get('code') ?? '' };
};

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();

export const actions: Actions = {
  ask: async (event) => {
    const form = await event.request.formData();
    const values = {
      code: textOf(form, 'code'),
      reason: textOf(form, 'reason'),
      evidence: textOf(form, 'evidence'),
      reviewOn: textOf(form, 'reviewOn'),
    };
    return api(event)
      .requestExclusion({ body: values as never, idempotencyKey: onceKeyOf(form) })
      .then(() => ({ asked: true }))
      .catch((refused: unknown) => toFail(refused, { values }));
  },
  act: async (event) => {
    const form = await event.request.formData();
    const [id, note, reviewOn] = [textOf(form, 'id'), textOf(form, 'note'), textOf(form, 'reviewOn')];
    const action = actionNames.find((one) => one === form.get('action')) ?? 'review';
    const body = { action, revision: Number(form.get('revision')), note, reviewOn: reviewOn === '' ? null : reviewOn };
    return api(event)
      .actOnExclusion({ params: { id }, body })
      .then(() => ({ acted: action }))
      .catch((refused: unknown) => toFail(refused, { id, note, reviewOn }));
  },
};
