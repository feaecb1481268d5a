import { readQuery } from '#lib/features/reform-reduction/days.ts';
import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';
import { onceKeyOf } from '#lib/shell/once-key.ts';

export const load: PageServerLoad = async (event) => {
  const { from, to } = readQuery(event.url.searchParams);
  const query = { ...(from && { from }), ...(to && { to }) };
  const params = { code: event.params.code };
  return { query, view: await api(event).getMatterReduction({ params, query }).catch(toError) };
};

const measures = ['materials', 'steps', 'days', 'visits', 'levels', 'preconditions'] as const;

export const actions: Actions = {
  record: async (event) => {
    const form = await event.request.formData();
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const typed = Object.fromEntries(measures.map((measure) => [measure, text(measure)]));
    const values = { onDay: text('onDay'), evidence: text('evidence'), reason: text('reason'), ...typed };
    // What is no number goes on as it was typed: the API says which field, and nothing that was written is lost.
    const countOf = (measure: string) => (typed[measure] === '' ? null : Number(typed[measure]));
    const counts = Object.fromEntries(measures.map((measure) => [measure, countOf(measure)])) as Record<
      (typeof measures)[number],
      number | null
    >;
    const body = { onDay: values.onDay, counts, evidence: values.evidence, reason: values.reason || null };
    return api(event)
      .recordBaseline({ params: { code: event.params.code }, body, idempotencyKey: onceKeyOf(form) })
      .then(() => ({ isDone: true as const }))
      .catch((refused: unknown) => toFail(refused, { values: values }));
  },
};
