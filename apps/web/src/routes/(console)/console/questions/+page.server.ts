import { api, toError, toFail } from '#lib/server/api.ts';
import { onceKeyOf } from '#lib/shell/once-key.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const search = event.url.searchParams;
  const state = search.get('state') === 'answered' ? 'answered' : 'open';
  const after = search.get('after') ?? undefined;
  return { state, after, list: await api(event).listQuestions({ query: { state, after } }).catch(toError) } as const;
};

export const actions: Actions = {
  answer: async (event) => {
    const form = await event.request.formData();
    const [id, answer] = [String(form.get('id') ?? ''), String(form.get('answer') ?? '')];
    return api(event)
      .answerQuestion({ params: { id }, body: { answer }, idempotencyKey: onceKeyOf(form) })
      .then(() => ({ isAnswered: true as const }))
      .catch((refused: unknown) => toFail(refused, { of: id, typed: { answer } }));
  },
  reveal: async (event) => {
    const form = await event.request.formData();
    const [id, purpose] = [String(form.get('id') ?? ''), String(form.get('purpose') ?? '')];
    return api(event)
      .revealQuestion({ params: { id }, body: { purpose } })
      .then((revealed) => ({ of: id, revealed }))
      .catch((refused: unknown) => toFail(refused, { of: id, typed: { purpose } }));
  },
};
