import { redirect } from '@sveltejs/kit';
import { readPeriod } from '#lib/features/reform/period.ts';
import { api, toError, toFail } from '#lib/server/api.ts';
import { toRefusedQuery } from '#lib/server/refused-query.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const { items: months, missed, mayFreeze } = await client.listFrozenMonths().catch(toError);
  const known = { months, missed: mayFreeze ? missed : [] };
  const month = event.url.searchParams.get('month')?.trim() || undefined;
  if (month !== undefined) {
    const { frozen, overview } = await client.getFrozenMonth({ params: { month } }).catch(toError);
    // Lists behind the figures are those of the day.
    return { period: { asOf: frozen.asOf }, ...known, frozen, overview, issues: [] };
  }
  const period = readPeriod(event.url.searchParams);
  const answer = await client.getReformOverview({ query: period }).catch(toRefusedQuery);
  const isCounted = 'heat' in answer;
  return {
    ...{ period, ...known, frozen: null },
    overview: isCounted ? answer : null,
    issues: isCounted ? [] : answer.issues,
  };
};

export const actions: Actions = {
  freeze: async (event) => {
    const month = String((await event.request.formData()).get('month') ?? '');
    const refused = await api(event)
      .freezeMissedMonth({ body: { month } })
      .then(() => undefined)
      .catch((cause: unknown) => toFail(cause));
    return refused ?? redirect(303, `/reform/overview?${new URLSearchParams({ month })}`);
  },
};
