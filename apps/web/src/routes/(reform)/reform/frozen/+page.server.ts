import { api, toError, toFail, type Api } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

type RuleBody = Parameters<Api['setFrequencyRule']>[0]['body'];

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const [frozen, rule] = await Promise.all([
    client.listFrozenSets().catch(toError),
    client.getFrequencyRule().catch(toError),
  ]);
  return { frozen: frozen.items, years: frozen.years, rule };
};

const text = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();

export const actions: Actions = {
  freeze: async (event) => {
    const form = await event.request.formData();
    const freezing = { year: text(form, 'year'), reason: text(form, 'freezeReason') };
    return api(event)
      .freezeFrequencySet({ body: { year: Number(freezing.year), reason: freezing.reason } })
      .then((done) => ({ done }))
      .catch((refused: unknown) => toFail(refused, { freezing }));
  },
  rule: async (event) => {
    const form = await event.request.formData();
    const ruling = {
      joint: text(form, 'joint'),
      instant: text(form, 'instant'),
      audiences: form.getAll('audiences').map(String),
      reason: text(form, 'reason'),
    };
    // The API says what of it is no value of its lists.
    const body = {
      joint: ruling.joint,
      withInstant: ruling.instant !== 'without',
      audiences: ruling.audiences,
      reason: ruling.reason,
    } as RuleBody;
    return api(event)
      .setFrequencyRule({ body })
      .then(() => ({ ruled: true }))
      .catch((refused: unknown) => toFail(refused, { ruling }));
  },
};
