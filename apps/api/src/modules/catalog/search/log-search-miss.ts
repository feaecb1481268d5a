import { raw } from '@mikro-orm/sql';
import type { Call } from '../../../platform/endpoint/index.ts';
import { SearchMiss } from './search.entity.ts';

/** Digits as in an ID, a phone or a student number, also in groups: never kept. */
const looksPersonal = (words: string): boolean => /\d{5,}/.test(words.replaceAll(/[\s\p{P}]/gu, ''));

/** Counts a search that found nothing, for the report of the reform office. Longer or personal ones are not kept. */
export async function logSearchMiss({ em, now: at, trace }: Call, query: string): Promise<void> {
  trace.isCounted = true;
  const words = query.normalize('NFKC').trim().toLowerCase();
  if (words === '' || words.length > 40 || looksPersonal(words) || words.includes('@')) return;
  const changed = await em.nativeUpdate(SearchMiss, { query: words }, { times: raw('times + 1'), lastAt: at });
  if (changed === 0)
    await em.upsert(SearchMiss, { query: words, times: 1, lastAt: at }, { onConflictAction: 'ignore' });
}
