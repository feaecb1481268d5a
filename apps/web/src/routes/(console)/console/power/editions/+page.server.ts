import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  editions: (await api(event).listConsoleEditions().catch(toError)).items,
});

const text = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();

export const actions: Actions = {
  publish: async (event) => {
    const form = await event.request.formData();
    const values = { title: text(form, 'title'), effectiveFrom: text(form, 'effectiveFrom') };
    return api(event)
      .publishPowerEdition({ body: values })
      .then((published) => ({ published }))
      .catch((refused: unknown) => toFail(refused, { values }));
  },
  withdraw: async (event) => {
    const form = await event.request.formData();
    const [number, reason] = [Number(text(form, 'number')), text(form, 'reason')];
    const refused = await api(event)
      .withdrawPowerEdition({ params: { number }, body: { reason } })
      .catch((caught: unknown) => toFail(caught, { withdrawing: { number, reason } }));
    return refused ?? { withdrawn: { number } };
  },
};
