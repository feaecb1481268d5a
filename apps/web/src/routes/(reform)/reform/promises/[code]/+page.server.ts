import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const params = { code: event.params.code };
  const view = await client.getMatterHealth({ params }).catch(toError);
  const wanted = event.url.searchParams.get('reason');
  const reason = view.current?.reasons.find((one) => one.reason === wanted)?.reason ?? view.current?.reasons[0]?.reason;
  const after = event.url.searchParams.get('after') ?? undefined;
  const cases =
    reason === undefined
      ? null
      : await client.listPromiseCases({ params, query: { reason, after, limit: 20 } }).catch(toError);
  return { view, reason, after, cases };
};
