import type { Em } from '../../../database/index.ts';
import { SearchMiss } from './search.entity.ts';

const shown = 200;

/**
 * What people searched for and did not find, most frequent first. What has since come to find something, by a synonym or
 * a new matter, is settled and left out.
 */
export async function listSearchMisses(
  em: Em,
  findsNow: (query: string) => boolean,
): Promise<{ query: string; times: number; lastAt: string }[]> {
  const rows = await em.find(
    SearchMiss,
    {},
    { orderBy: { times: 'desc', lastAt: 'desc' }, limit: shown, disableIdentityMap: true },
  );
  return rows
    .filter(({ query }) => !findsNow(query))
    .map(({ query, times, lastAt }) => ({ query, times, lastAt: lastAt.toISOString() }));
}
