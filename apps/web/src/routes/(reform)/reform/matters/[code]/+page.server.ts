import { redirect } from '@sveltejs/kit';
import { readPeriod } from '#lib/features/reform/period.ts';
import { api, toError, toFail } from '#lib/server/api.ts';
import { toRefusedQuery } from '#lib/server/refused-query.ts';
import type { Actions, PageServerLoad } from './$types';

/** A period or month that nobody chose on a page: the matter is shown as it is by default. */
function withoutQuery(refused: unknown, { pathname, search }: URL): never {
  if (search === '') return toError(refused);
  toRefusedQuery(refused);
  redirect(303, pathname);
}

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const { code } = event.params;
  const search = event.url.searchParams;
  const period = readPeriod(search);
  const month = search.get('month') ?? undefined;
  const after = search.get('after') ?? undefined;
  const recordedUntil = search.get('recordedUntil')?.trim() || undefined;
  const refuse = (refused: unknown) => withoutQuery(refused, event.url);
  const [volume, why, volumes, guide, cases] = await Promise.all([
    client.getMatterVolume({ params: { code }, query: period }).catch(refuse),
    client.explainFrequency({ params: { code }, query: period }).catch(refuse),
    client.getMatterVolumes({ params: { code }, query: { ...period, recordedUntil } }).catch(refuse),
    client.getMatter({ params: { code } }).catch(toError),
    month === undefined
      ? undefined
      : client
          .listMatterCases({ params: { code }, query: { asOf: period.asOf, month, after, limit: 50 } })
          .catch(refuse),
  ]);
  const choosing = search.get('choose') ?? '';
  const isFirst = after === undefined;
  return { period, month, isFirst, recordedUntil, choosing, volume, why, volumes, guide, cases };
};

export const actions: Actions = {
  choose: async (event) => {
    const form = await event.request.formData();
    const text = (name: string): string => String(form.get(name) ?? '').trim();
    const choosing = { month: text('chosenMonth'), take: text('take'), reason: text('choiceReason') };
    const refused = await api(event)
      .chooseVolume({ params: { code: event.params.code }, body: { ...choosing, month: choosing.month || null } })
      .catch((caught: unknown) => toFail(caught, { choosing }));
    return refused ?? { chosen: true };
  },
  pause: async (event) => {
    const form = await event.request.formData();
    const values = { reason: String(form.get('reason') ?? ''), until: String(form.get('until') ?? '').trim() };
    const refused = await api(event)
      .pauseMatter({
        params: { code: event.params.code },
        body: { reason: values.reason, until: values.until === '' ? null : values.until },
      })
      .catch((caught: unknown) => toFail(caught, { values }));
    return refused ?? { paused: { reason: values.reason.trim(), until: values.until === '' ? null : values.until } };
  },
  resume: async (event) => {
    const refused = await api(event)
      .resumeMatter({ params: { code: event.params.code } })
      .catch((caught: unknown) => toFail(caught));
    return refused ?? { paused: null };
  },
};
