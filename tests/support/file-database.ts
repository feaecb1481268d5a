import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entities } from '../../apps/api/src/database/entities.ts';
import { affectedRows, beginShared, commitShared, openOrm, type Orm } from '../../apps/api/src/database/index.ts';

export interface FileDatabase {
  readonly orm: Orm;
  /** Writes a name into the table `things`, with a commit that shares its sync. */
  add(name: string): Promise<void>;
  /** Takes the log away, as a broken disk would: nothing can be synced from then on. */
  loseLog(): void;
  close(): Promise<void>;
}

/** SQLite in a file of its own, as only a file has a log to be synced; its one table is `things` (`name`). */
export async function openFileDatabase(): Promise<FileDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'yitang-file-'));
  const orm = await openOrm({ url: `sqlite:${folder}/site.db`, entities });
  await orm.em.fork().execute('create table things (name text primary key)');
  return {
    orm,
    add: async (name) => {
      const em = orm.em.fork();
      await beginShared(em);
      await affectedRows(em, 'insert into things values (?)', [name]);
      await commitShared(em);
    },
    loseLog: () => rmSync(`${folder}/site.db-wal`),
    close: async () => {
      await orm.close(true);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
