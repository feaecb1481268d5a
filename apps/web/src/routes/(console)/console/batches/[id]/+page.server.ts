import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

const pageSize = 50;

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const { params } = event;
  const search = event.url.searchParams;
  const [after, q, more] = ['after', 'q', 'more'].map((name) => search.get(name) ?? undefined);
  const batch = await client.getBatch({ params }).catch(toError);
  const [drafts, candidates, impact] = await Promise.all([
    client.listBatchDrafts({ params, query: { after, limit: pageSize } }).catch(toError),
    batch.status === 'planned'
      ? client.listBatchCandidates({ params, query: { after: more, q, limit: pageSize } }).catch(toError)
      : undefined,
    batch.availableActions.length > 0 ? client.getBatchImpact({ params }).catch(toError) : undefined,
  ]);
  return { batch, drafts, candidates, impact, q: q ?? '', after };
};

const text = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();
const revisionOf = (form: FormData): number => Number(text(form, 'revision'));

export const actions: Actions = {
  edit: async (event) => {
    const form = await event.request.formData();
    const values = { title: text(form, 'title'), note: text(form, 'note') };
    const body = { revision: revisionOf(form), title: values.title, note: values.note === '' ? null : values.note };
    const refused = await api(event)
      .editBatch({ params: event.params, body })
      .catch((caught: unknown) => toFail(caught, { values }));
    return refused ?? { saved: 'edited' as const };
  },
  fill: async (event) => {
    const form = await event.request.formData();
    const body = {
      add: form.getAll('add').map(String),
      remove: form.getAll('remove').map(String),
      everything: form.get('everything') === '1',
    };
    return api(event)
      .fillBatch({ params: event.params, body })
      .then((filled) => ({ filled }))
      .catch((caught: unknown) => toFail(caught));
  },
  schedule: async (event) => {
    const form = await event.request.formData();
    const values = { day: text(form, 'day'), time: text(form, 'time') };
    const time = values.time === '' ? undefined : values.time;
    return api(event)
      .scheduleBatch({ params: event.params, body: { revision: revisionOf(form), day: values.day, time } })
      .then(() => ({ saved: 'scheduled' as const }))
      .catch((caught: unknown) => toFail(caught, { values }));
  },
  publish: async (event) => {
    const form = await event.request.formData();
    const values = { number: text(form, 'number') };
    return api(event)
      .publishBatch({ params: event.params, body: { revision: revisionOf(form), number: Number(values.number) } })
      .then(() => ({ saved: 'published' as const }))
      .catch((caught: unknown) => toFail(caught, { values }));
  },
  withdraw: async (event) => {
    const form = await event.request.formData();
    const values = { reason: text(form, 'reason') };
    const refused = await api(event)
      .withdrawBatch({ params: event.params, body: { revision: revisionOf(form), reason: values.reason } })
      .catch((caught: unknown) => toFail(caught, { values }));
    return refused ?? { saved: 'withdrawn' as const };
  },
};
