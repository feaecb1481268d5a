import { fail, redirect } from '@sveltejs/kit';
import { endpoints } from '@yitang/contract';
import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  survey: await api(event)
    .getSurvey({ params: { id: event.params.id } })
    .catch(toError),
});

const step =
  (name: 'drawSurvey' | 'discardSurvey' | 'closeSurvey'): Actions[string] =>
  async (event) => {
    const params = { id: event.params.id };
    const refused = await api(event)
      [name]({ params })
      .catch((cause: unknown) => toFail(cause));
    return refused ?? redirect(303, event.url.pathname);
  };

export const actions = {
  draw: step('drawSurvey'),
  discard: step('discardSurvey'),
  close: step('closeSurvey'),
  /** Looks before it sends on to the file, which could only be refused with a page of JSON. */
  reveal: async (event) => {
    const { id } = event.params;
    const form = await event.request.formData();
    const values = { purpose: String(form.get('purpose') ?? ''), format: String(form.get('format') ?? '') };
    const { availableActions } = await api(event).getSurvey({ params: { id } }).catch(toError);
    if (!availableActions.includes('reveal')) return fail(409, { reveal: values, why: 'gone' as const });
    const asked = endpoints.exportSurveyCalls.query.safeParse(values);
    if (!asked.success) return fail(422, { reveal: values, why: 'purpose' as const });
    redirect(303, `/api/reform/surveys/${id}/call-list?${new URLSearchParams(asked.data).toString()}`);
  },
} satisfies Actions;
