import { redirect } from '@sveltejs/kit';
import { api, toError, toFail } from '#lib/server/api.ts';
import { textsOf } from '#lib/server/form-text.ts';
import type { Actions, PageServerLoad } from './$types';

const parts = ['tasks', 'targets', 'promise', 'ratings', 'filings'] as const;
const yearIn = (search: URLSearchParams): number => {
  const asked = search.get('year') ?? '';
  return /^\d{4}$/.test(asked) ? Number(asked) : new Date().getFullYear() - 1;
};

export const load: PageServerLoad = async (event) => ({
  scores: await api(event)
    .getScores({ params: { year: yearIn(event.url.searchParams) } })
    .catch(toError),
});

const step =
  (name: 'computeScores' | 'publishScores'): Actions[string] =>
  async (event) => {
    const year = yearIn(event.url.searchParams);
    const refused = await api(event)
      [name]({ params: { year } })
      .catch((cause: unknown) => toFail(cause));
    return refused ?? redirect(303, `${event.url.pathname}?year=${year}`);
  };

export const actions = {
  compute: step('computeScores'),
  publish: step('publishScores'),
  formula: async (event) => {
    const values = textsOf(await event.request.formData(), [...parts, 'reason']);
    const weightOf = (part: (typeof parts)[number]) => (/^\d+$/.test(values[part]) ? Number(values[part]) : Number.NaN);
    const weights = {
      ...{ tasks: weightOf('tasks'), targets: weightOf('targets'), promise: weightOf('promise') },
      ...{ ratings: weightOf('ratings'), filings: weightOf('filings') },
    };
    const saved = await api(event)
      .saveScoreFormula({ body: { weights, reason: values.reason } })
      .catch((refused: unknown) => toFail(refused, { values }));
    return 'version' in saved ? redirect(303, `${event.url.pathname}?year=${yearIn(event.url.searchParams)}`) : saved;
  },
} satisfies Actions;
