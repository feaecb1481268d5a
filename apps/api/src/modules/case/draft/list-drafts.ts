import type { DraftSummaryData } from '@yitang/contract';
import { civilDateAt } from '@yitang/domain/calendar';
import { instantOf } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';

interface Row {
  id: string;
  matter_code: string;
  matter_name: string;
  current_page: string;
  updated_at: unknown;
  expires_at: unknown;
}

/** Own drafts, the last one that was worked on first. */
export async function listDrafts({ em, principal, now, deps }: Call): Promise<{ items: DraftSummaryData[] }> {
  const rows = await em.execute<Row[]>(
    `select id, matter_code, matter_name, current_page, updated_at, expires_at from case_drafts d
      where person_id = ? and expires_at > ? and not exists (select 1 from cases c where c.id = d.id)
      order by updated_at desc limit 100`,
    [principal.personId, now],
  );
  return {
    items: rows.map((row) => ({
      id: row.id,
      matter: { code: row.matter_code, name: row.matter_name },
      updatedAt: instantOf(row.updated_at).toISOString(),
      keptUntil: civilDateAt(instantOf(row.expires_at), deps.config.timeZone),
      currentPage: row.current_page,
    })),
  };
}
