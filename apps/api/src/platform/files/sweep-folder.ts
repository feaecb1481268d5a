import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { affectedRows, type Em } from '../../database/index.ts';

const day = 24 * 3_600_000;

/** Removes rows that nothing kept, files that no row knows and uploads that stopped half-way, when older than a day. */
export async function sweepFolder(em: Em, folder: string, now: Date): Promise<number> {
  const before = new Date(now.getTime() - day);
  for (;;) {
    const rows = await em.execute<{ id: string }[]>(
      'select id from blobs where is_kept = ? and created_at < ? limit 500',
      [false, before],
    );
    if (rows.length === 0) break;
    // Asked again in the statement: a command may have kept it since.
    await affectedRows(em, `delete from blobs where is_kept = ? and id in (${rows.map(() => '?').join(', ')})`, [
      false,
      ...rows.map((row) => row.id),
    ]);
  }
  let swept = 0;
  for (const part of await readdir(folder).catch(() => [] as string[]))
    swept += await sweepPart(em, join(folder, part), before);
  return swept;
}

async function sweepPart(em: Em, part: string, before: Date): Promise<number> {
  const names = await readdir(part);
  let swept = 0;
  for (let start = 0; start < names.length; start += 500) {
    const some = names.slice(start, start + 500);
    const known = await em.execute<{ id: string }[]>(
      `select id from blobs where id in (${some.map(() => '?').join(', ')})`,
      some,
    );
    const ids = new Set(known.map((row) => row.id));
    for (const name of some) {
      if (ids.has(name)) continue;
      const file = await stat(join(part, name)).catch(() => undefined);
      if (file === undefined || file.mtime >= before) continue;
      await rm(join(part, name), { force: true });
      swept += 1;
    }
  }
  return swept;
}
