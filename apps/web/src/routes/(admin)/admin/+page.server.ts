import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const [calendar, letters] = await Promise.all([
    client.listCalendarYears().catch(toError),
    client.listDeadLetters({ query: { limit: 100 } }).catch(toError),
  ]);
  return { calendar, letters: { count: letters.items.length, isMore: letters.next !== undefined } };
};
