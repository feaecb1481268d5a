import { redirect } from '@sveltejs/kit';
import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';
import { onceKeyOf } from '#lib/shell/once-key.ts';

export const load: PageServerLoad = async (event) => ({ surveys: await api(event).listSurveys().catch(toError) });

export const actions: Actions = {
  plan: async (event) => {
    const form = await event.request.formData();
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const names = ['title', 'agency', 'firstDay', 'lastDay', 'size', 'minimum', 'seed', 'retentionDays'] as const;
    const values = Object.fromEntries(names.map((name) => [name, text(name)])) as Record<
      (typeof names)[number],
      string
    >;
    const whole = (name: (typeof names)[number]) => (/^\d+$/.test(values[name]) ? Number(values[name]) : Number.NaN);
    const body = { ...values, size: whole('size'), minimum: whole('minimum'), retentionDays: whole('retentionDays') };
    const planned = await api(event)
      .planSurvey({ body, idempotencyKey: onceKeyOf(form) })
      .catch((refused: unknown) => toFail(refused, { values }));
    return 'id' in planned ? redirect(303, `/reform/surveys/${planned.id}`) : planned;
  },
};
