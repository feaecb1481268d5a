import { redirect } from '@sveltejs/kit';
import { api, toError, toFail } from '#lib/server/api.ts';
import { onceKeyOf } from '#lib/shell/once-key.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const after = event.url.searchParams.get('after') ?? undefined;
  const [arrivals, catalog] = await Promise.all([
    client.listArrivals({ query: { after } }).catch(toError),
    client.listArrivalMatters().catch(toError),
  ]);
  return { arrivals, isFirst: after === undefined, matters: catalog.items, done: event.url.searchParams.get('done') };
};

export const actions: Actions = {
  note: async (event) => {
    const form = await event.request.formData();
    const values = Object.fromEntries(
      ['personNumber', 'matter', 'outcome', 'on', 'time'].map((name) => [name, String(form.get(name) ?? '').trim()]),
    ) as Record<'personNumber' | 'matter' | 'outcome' | 'on' | 'time', string>;
    const given = (name: 'personNumber' | 'on' | 'time') => (values[name] === '' ? {} : { [name]: values[name] });
    const noted = await api(event)
      .noteArrival({
        body: {
          matter: values.matter,
          // The API refuses what is not in its list, with a sentence.
          outcome: values.outcome as 'asked',
          ...given('personNumber'),
          ...given('on'),
          ...given('time'),
        },
        idempotencyKey: onceKeyOf(form),
      })
      .catch((refused: unknown) => toFail(refused, { values }));
    if (!('noticeNumber' in noted)) return noted;
    redirect(303, `/office/arrivals?done=${noted.noticeNumber}`);
  },
};
