import { readSurveyCases } from '#lib/features/reform-survey/survey-cases.ts';
import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

type Query = NonNullable<Parameters<ReturnType<typeof api>['listSurveyCases']>[0]['query']>;

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const params = { id: event.params.id };
  const asked = readSurveyCases(event.url.searchParams);
  const after = event.url.searchParams.get('after') ?? undefined;
  // What the address says is the server's to refuse.
  const query = { ...asked, after, limit: 50 } as Query;
  const [survey, list] = await Promise.all([
    client.getSurvey({ params }),
    client.listSurveyCases({ params, query }),
  ]).catch(toError);
  return { survey, list, asked, isFirst: after === undefined };
};
