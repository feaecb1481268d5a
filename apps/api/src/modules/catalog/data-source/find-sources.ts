import type { Em } from '../../../database/index.ts';
import { DataSourceRow } from './data-source.entity.ts';

/** The whole data catalogue by name; it is short. */
export async function findSources(em: Em): Promise<(DataSourceRow & { liveUntil: string | null })[]> {
  const rows = await em.find(DataSourceRow, {}, { orderBy: { name: 'asc', id: 'asc' }, disableIdentityMap: true });
  return rows.map((row) => ({ ...row, liveUntil: row.liveUntil ?? null }));
}
