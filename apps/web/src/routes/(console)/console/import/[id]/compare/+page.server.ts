import { redirect } from '@sveltejs/kit';
import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

const kinds = ['new', 'changed', 'unchanged', 'missing'] as const;

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const { params, url } = event;
  const view = await client.getCatalogImport({ params }).catch(toError);
  if (view.outcome || !view.isMapped) redirect(303, `/console/import/${params.id}`);
  const check = await client.checkCatalogImport({ params }).catch(toError);
  const asked = kinds.find((one) => one === url.searchParams.get('kind'));
  const kind = asked ?? (check.counts.new === 0 && check.counts.changed > 0 ? 'changed' : 'new');
  const given = url.searchParams.get('after') ?? '';
  const after = /^\d{1,4}$/.test(given) ? Number(given) : 0;
  const compared = await client.compareCatalogImport({ params, query: { kind, after } }).catch(toError);
  return { view, check, kind, after, compared };
};

export const actions: Actions = {
  apply: async (event) => {
    const form = await event.request.formData();
    const title = String(form.get('batchTitle') ?? '').trim();
    const body = { withoutFaulty: form.has('withoutFaulty'), batchTitle: title === '' ? null : title };
    const refused = await api(event)
      .applyCatalogImport({ params: event.params, body })
      .catch((cause: unknown) => toFail(cause, { kept: body }));
    return 'created' in refused ? redirect(303, `/console/import/${event.params.id}`) : refused;
  },
};
