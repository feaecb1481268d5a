import type { Em } from '../../../database/index.ts';
import { findDeclared } from './find-declared.ts';
import { marksFor } from './tally-cases.ts';

/** One published version of a matter and what it declared. */
export interface DeclaredVersion {
  readonly matterId: string;
  readonly effectiveFrom: string;
  /** 到办事现场次数; null: not stated. */
  readonly declared: number | null;
}

/** Versions in the order of their numbers, until a day; of some matters or of all. */
export async function findDeclaredHistory(
  em: Em,
  { until, matterIds }: { readonly until: string; readonly matterIds?: readonly string[] },
): Promise<DeclaredVersion[]> {
  if (matterIds?.length === 0) return [];
  const only = matterIds === undefined ? '' : `and matter_id in (${marksFor(matterIds)})`;
  const rows = await em.execute<{ id: string; matterId: string; effectiveFrom: string }[]>(
    `select id, matter_id as matterId, effective_from as effectiveFrom from matter_versions
      where effective_from <= ? ${only} order by matter_id, version`,
    [until, ...(matterIds ?? [])],
  );
  const declared = await findDeclared(
    em,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, matterId, effectiveFrom }) => ({
    matterId,
    effectiveFrom,
    declared: declared.get(id) ?? null,
  }));
}
