import { redirect } from '@sveltejs/kit';
import { api, toError, toFail } from '#lib/server/api.ts';
import { importSheet } from '#lib/server/import-sheet.ts';
import type { Actions, PageServerLoad } from './$types';

type Query = NonNullable<Parameters<ReturnType<typeof api>['listSurveyCalls']>[0]['query']>;
type Body = Parameters<ReturnType<typeof api>['recordSurveyOutcome']>[0]['body'];

export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const search = event.url.searchParams;
  const outcome = (search.get('outcome') || undefined) as Query['outcome'];
  const after = search.get('after') ?? undefined;
  const client = api(event);
  const [survey, calls] = await Promise.all([
    client.getSurvey({ params: { id } }).catch(toError),
    client.listSurveyCalls({ params: { id }, query: { outcome, after, limit: 20 } }).catch(toError),
  ]);
  return { survey, calls, outcome: outcome ?? '', after, recorded: search.get('recorded') };
};

export const actions: Actions = {
  record: async (event) => {
    const form = await event.request.formData();
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const no = text('no');
    const values = {
      ...{ no, outcome: text('outcome'), trips: text('trips'), level: text('level'), reason: text('reason') },
      causes: form.getAll('causes').map(String),
    };
    const whole = (value: string) => (value === '' ? null : /^-?\d+$/.test(value) ? Number(value) : Number.NaN);
    const body = {
      ...{ outcome: values.outcome, trips: whole(values.trips), level: whole(values.level), causes: values.causes },
      reason: values.reason || null,
    } as Body;
    const refused = await api(event)
      .recordSurveyOutcome({ params: { id: event.params.id, no: Number(no) }, body })
      .catch((cause: unknown) => toFail(cause, { values }));
    if (refused) return refused;
    const back = new URLSearchParams(event.url.search);
    for (const name of [...back.keys()]) if (name.startsWith('/')) back.delete(name);
    back.set('recorded', no);
    redirect(303, `${event.url.pathname}?${back.toString()}`);
  },
  import: (event) => {
    const { params } = event;
    return importSheet(event, ({ dryRun, form }) =>
      api(event).importSurveyOutcomes({ params, query: { dryRun }, form }),
    );
  },
};
