import type { Em } from '../../../database/index.ts';
import { scopeNames } from '../../organization/index.ts';

/** What counters, offices and departments are called, by id. */
export function placeNames(em: Em, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const kinds = ['department', 'office', 'counter'] as const;
  return scopeNames(
    em,
    [...new Set(ids)].flatMap((scopeId) => kinds.map((scopeKind) => ({ scopeKind, scopeId }))),
  );
}
