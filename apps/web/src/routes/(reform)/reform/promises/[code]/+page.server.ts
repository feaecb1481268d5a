import { readAuditedQuery } from '#lib/features/reform-promise/audited-cases.ts';
import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const params = { code: event.params.code };
  const search = event.url.searchParams;
  const view = await client.getMatterHealth({ params }).catch(toError);
  const after = search.get('after') ?? undefined;
  const asked = readAuditedQuery(search);
  if (asked !== undefined) {
    const audited = await client.listAuditedCases({ params, query: { ...asked, after, limit: 50 } }).catch(toError);
    return { view, reason: undefined, after, cases: null, asked, audited };
  }
  const wanted = search.get('reason');
  const reason = view.current?.reasons.find((one) => one.reason === wanted)?.reason ?? view.current?.reasons[0]?.reason;
  const cases =
    reason === undefined
      ? null
      : await client.listPromiseCases({ params, query: { reason, after, limit: 20 } }).catch(toError);
  return { view, reason, after, cases, asked, audited: null };
};
