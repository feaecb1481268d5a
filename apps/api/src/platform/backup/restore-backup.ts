import { randomUUID } from 'node:crypto';
import { readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { entities } from '../../database/entities.ts';
import { familyOf, migrate, openOrm } from '../../database/index.ts';
import { readBackup } from './backup-reader.ts';
import { hashTables } from './hash-tables.ts';
import { RestoreRefused } from './restore-refused.ts';
import { targetOf, type Target } from './restore-targets.ts';
import type { TableHash } from './row-text.ts';
import { openRowWriter, type RowWriter } from './row-writer.ts';
import type { BackupSummary, Heading } from './write-backup.ts';

export interface RestoreRequest {
  readonly archive: string;
  /** The 32 bytes that the archive was sealed with. */
  readonly key: Buffer;
  /** An empty database of the same family as the one that was saved. */
  readonly databaseUrl: string;
  /** Empty or missing. */
  readonly filesFolder: string;
}

/**
 * Brings an archive back into an empty place, reads every row again and compares its hash with the archive's. A database
 * older than this program is brought up to date afterwards.
 * @throws RestoreRefused before anything is written · SealBroken for an archive that cannot be trusted
 */
export async function restoreBackup(request: RestoreRequest): Promise<BackupSummary> {
  const heading = await readHeading(request);
  await refuseFilledFolder(request.filesFolder);
  await makeSchema(request.databaseUrl, heading.migrations);
  const summary = await fill(request);
  await compare(request.databaseUrl, summary.tables);
  await bringUpToDate(request.databaseUrl);
  return summary;
}

async function readHeading(request: RestoreRequest): Promise<Heading> {
  for await (const item of readBackup(request.archive, request.key)) {
    if (!('mark' in item) || item.mark.kind !== 'yitang-backup') break;
    const { family } = item.mark;
    if (family === familyOf(request.databaseUrl)) return item.mark;
    throw new RestoreRefused(
      `the archive is of a ${family} database and cannot be restored into ${familyOf(request.databaseUrl)}`,
    );
  }
  throw new RestoreRefused('the archive does not begin as a backup does');
}

async function refuseFilledFolder(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  if (names.length > 0) throw new RestoreRefused(`the folder ${folder} is not empty`);
}

/** The schema of the archive's own time, so that its rows fit; later migrations then treat them as they would have. */
async function makeSchema(url: string, migrations: readonly string[]): Promise<void> {
  const orm = await openOrm({ url, entities });
  try {
    const known = (await orm.migrator.getPending()).map((migration) => migration.name);
    const done = (await orm.migrator.getExecuted()).map((migration) => migration.name);
    if (done.length > 0) throw new RestoreRefused('the database already has tables; restore into an empty one');
    const unknown = migrations.filter((name) => !known.includes(name));
    if (unknown.length > 0) {
      throw new RestoreRefused(`the archive is newer than this program, which does not know ${unknown.join(', ')}`);
    }
    await orm.migrator.up({ migrations: [...migrations] });
  } finally {
    await orm.close(true);
  }
}

async function bringUpToDate(url: string): Promise<void> {
  const orm = await openOrm({ url, entities });
  try {
    await migrate(orm);
  } finally {
    await orm.close(true);
  }
}

/** Writes rows and files; the rows become visible, and the files appear in their folder, only when all were read. */
async function fill(request: RestoreRequest): Promise<BackupSummary> {
  const writer = await openRowWriter(request.databaseUrl);
  // Inside its folder: that may be a mount, which cannot be replaced as a whole.
  const staging = join(resolve(request.filesFolder), `.restoring-${randomUUID()}`);
  try {
    await writer.empty();
    const end = await fillFrom(request, writer, staging);
    await writer.commit();
    for (const name of await readdir(staging).catch(() => []))
      await rename(join(staging, name), join(staging, '..', name));
    return end;
  } finally {
    await rm(staging, { recursive: true, force: true });
    await writer.close();
  }
}

async function fillFrom(request: RestoreRequest, writer: RowWriter, staging: string): Promise<BackupSummary> {
  let target: Target | undefined;
  let end: BackupSummary | undefined;
  for await (const item of readBackup(request.archive, request.key)) {
    if ('text' in item) {
      await target?.add(item.text);
      continue;
    }
    await target?.finish();
    target = targetOf(item.mark, writer, staging);
    if (item.mark.kind === 'end') end = { tables: item.mark.tables, files: item.mark.files };
  }
  if (end === undefined) throw new RestoreRefused('the archive has no end');
  return end;
}

async function compare(url: string, wanted: Readonly<Record<string, TableHash>>): Promise<void> {
  const restored = await hashTables(url);
  const differing = Object.keys(wanted).filter(
    (name) => restored[name]?.rows !== wanted[name]?.rows || restored[name]?.sha256 !== wanted[name]?.sha256,
  );
  if (differing.length > 0)
    throw new Error(`after the restore these tables differ from the archive: ${differing.join(', ')}`);
}
