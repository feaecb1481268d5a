import type { Em } from '../../../database/index.ts';

/** A version never changes, so its number is read once. */
const known = new Map<string, number | null>();
const mostKept = 50_000;

/** 到办事现场次数 of the guides that cases were submitted under, by version; null where it is not stated. */
export async function findDeclared(em: Em, versionIds: readonly string[]): Promise<ReadonlyMap<string, number | null>> {
  const missing = [...new Set(versionIds)].filter((id) => !known.has(id));
  if (known.size + missing.length > mostKept) known.clear();
  for (let start = 0; start < missing.length; start += 200) {
    const ids = missing.slice(start, start + 200);
    const rows = await em.execute<{ id: string; guide: unknown }[]>(
      `select id, guide from matter_versions where id in (${ids.map(() => '?').join(', ')})`,
      ids,
    );
    for (const { id, guide } of rows) known.set(id, visitsIn(guide));
  }
  return known;
}

function visitsIn(guide: unknown): number | null {
  const read = (typeof guide === 'string' ? JSON.parse(guide) : guide) as { visitsOnSite?: number | null };
  return read.visitsOnSite ?? null;
}
