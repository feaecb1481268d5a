import { familyOf } from '../../database/index.ts';
import { openMysqlSnapshot } from './mysql-snapshot.ts';
import type { Snapshot } from './snapshot.ts';
import { openSqliteSnapshot } from './sqlite-snapshot.ts';

/** Opens a consistent view of the database behind an address; writers go on. */
export function openSnapshot(url: string): Promise<Snapshot> {
  return familyOf(url) === 'sqlite' ? openSqliteSnapshot(url) : openMysqlSnapshot(url);
}
