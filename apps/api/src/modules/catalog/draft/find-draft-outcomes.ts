import type { CivilDate, DraftStatus } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';

export interface DraftOutcome {
  readonly status: DraftStatus;
  /** First day of what it published; null: it is not published. */
  readonly publishedFrom: CivilDate | null;
}

/** What became of some drafts, by id. */
export async function findDraftOutcomes(em: Em, ids: readonly string[]): Promise<Map<string, DraftOutcome>> {
  if (ids.length === 0) return new Map();
  const rows = await em.execute<{ id: string; status: DraftStatus; effectiveFrom: string | null }[]>(
    `select d.id, d.status, b.effective_from as effectiveFrom from matter_drafts d
      left join batches b on b.id = d.batch_id where d.id in (${ids.map(() => '?').join(', ')})`,
    [...ids],
  );
  return new Map(
    rows.map(({ id, status, effectiveFrom }) => [
      id,
      { status, publishedFrom: status === 'published' ? effectiveFrom : null },
    ]),
  );
}
