import type { Em } from '../../../database/index.ts';
import { MatterDraft } from '../draft/draft.entity.ts';
import { SearchMiss } from './search.entity.ts';

const shown = 200;

/**
 * What people searched for and did not find, most frequent first. What has since come to find something, by a synonym or
 * a new matter, is settled and left out; so is what a new matter is being drafted for, until that draft is given up.
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
  const open = await findOpenDrafts(em, rows);
  return rows
    .filter(({ query, draftId }) => !open.has(draftId ?? '') && !findsNow(query))
    .map(({ query, times, lastAt }) => ({ query, times, lastAt: lastAt.toISOString() }));
}

/** Drafts begun for these searches that somebody still works on, by id. */
export async function findOpenDrafts(
  em: Em,
  misses: readonly Pick<SearchMiss, 'draftId'>[],
): Promise<Map<string, string>> {
  const ids = misses.flatMap(({ draftId }) => draftId ?? []);
  if (ids.length === 0) return new Map();
  const where = { id: { $in: ids }, openKey: { $ne: null } };
  const drafts = await em.find(MatterDraft, where, { fields: ['code'], disableIdentityMap: true });
  return new Map(drafts.map(({ id, code }) => [id, code]));
}
