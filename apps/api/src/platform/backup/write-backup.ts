import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { RowHash, rowText, type TableHash } from './row-text.ts';
import { seal } from './sealed-stream.ts';
import { openSnapshot } from './open-snapshot.ts';
import type { Snapshot } from './snapshot.ts';

export interface BackupRequest {
  /** The database to copy. */
  readonly databaseUrl: string;
  /** Folder of stored files; they are copied as they lie there, encrypted. A folder that is missing holds nothing. */
  readonly filesFolder: string;
  /** The archive to write; it appears under this name only when it is whole. */
  readonly archive: string;
  /** 32 bytes, kept apart from the archive. */
  readonly key: Buffer;
  readonly madeAt: Date;
}

export interface BackupSummary {
  readonly tables: Readonly<Record<string, TableHash>>;
  readonly files: number;
}

/** First line of an archive. */
export interface Heading {
  readonly kind: 'yitang-backup';
  readonly madeAt: string;
  readonly family: string;
  readonly migrations: readonly string[];
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;

/** Copies the database as it stands at one moment, then the files that it refers to. Writers go on meanwhile. */
export async function writeBackup(request: BackupRequest): Promise<BackupSummary> {
  const snapshot = await openSnapshot(request.databaseUrl);
  const partial = `${request.archive}.partial`;
  const tables: Record<string, TableHash> = {};
  let files = 0;
  async function* lines(): AsyncGenerator<string> {
    const { family, migrations } = snapshot;
    yield line({ kind: 'yitang-backup', madeAt: request.madeAt.toISOString(), family, migrations } satisfies Heading);
    yield* tableLines(snapshot, tables);
    // After the database: a file is stored before the row that names it is committed, so that none can be missing.
    for (const path of await listFiles(request.filesFolder)) {
      if (!existsSync(join(request.filesFolder, path))) continue; // swept since: no record kept it
      files += 1;
      yield* fileLines(request.filesFolder, path);
    }
    yield line({ kind: 'end', tables, files });
  }
  try {
    await mkdir(dirname(request.archive), { recursive: true });
    const sealed = (source: AsyncIterable<Buffer>) => seal(source, request.key);
    await pipeline(lines, createGzip(), sealed, createWriteStream(partial, { mode: 0o600, flush: true }));
    await rename(partial, request.archive);
  } finally {
    await rm(partial, { force: true });
    await snapshot.close();
  }
  return { tables, files };
}

async function* tableLines(snapshot: Snapshot, hashes: Record<string, TableHash>): AsyncGenerator<string> {
  for (const table of snapshot.tables) {
    yield line({ kind: 'table', name: table.name, columns: table.columns });
    const hash = new RowHash();
    for await (const row of snapshot.rows(table)) {
      const text = rowText(row);
      hash.add(text);
      yield `${text}\n`;
    }
    hashes[table.name] = hash.result();
  }
}

async function* fileLines(folder: string, path: string): AsyncGenerator<string> {
  yield line({ kind: 'file', path });
  const parts = createReadStream(join(folder, path), { highWaterMark: 192 * 1024 }) as AsyncIterable<Buffer>;
  for await (const part of parts) yield line(part.toString('base64'));
}

/** Paths below a folder, without uploads that are still coming in. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith('incoming/'))
    .sort();
}
