import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { affectedRows, refuseInTransaction, type Em, type Orm } from '../../database/index.ts';
import type { Clock } from '../clock/index.ts';
import type { KeyRing } from '../crypto/index.ts';
import { decryptChunks, encryptChunks, encryptedSize, type ReadNext } from '../encrypted-file/index.ts';
import { newId } from '../ids/index.ts';
import { getBlobRow, insertBlobRow, newFileKey, unwrapFileKey } from './blob-rows.ts';
import { BlobDamaged, BlobMissing, BlobTooLarge, type BlobMeta, type BlobRef, type BlobStore } from './blob-store.ts';
import { sweepFolder } from './sweep-folder.ts';

export interface FolderBlobStoreOptions {
  readonly folder: string;
  readonly orm: Orm;
  readonly keyRing: KeyRing;
  readonly clock: Clock;
}

/** Files in a folder, two hundred and fifty-six sub-folders wide; several instances may share it. */
export function createFolderBlobStore(options: FolderBlobStoreOptions): BlobStore {
  const { folder, orm, keyRing, clock } = options;
  const pathOf = (id: string): string => join(folder, id.slice(-2), id);
  const emOr = (em: Em | undefined): Em => {
    if (em !== undefined) return em;
    refuseInTransaction('a file is reached');
    return orm.em.fork();
  };
  const store: BlobStore = {
    put: async (content, meta) => {
      refuseInTransaction('a file is stored');
      const id = newId();
      const { key, ...wrapped } = newFileKey(keyRing, id);
      const measure = measuring(content, meta);
      await writeAtomically(folder, pathOf(id), encryptChunks(measure.bytes, key, id));
      const ref: BlobRef = { id, mediaType: meta.mediaType, ...measure.result() };
      await insertBlobRow(orm.em.fork(), { ...ref, ...wrapped }, clock.now());
      return ref;
    },
    keep: async (em, id) => {
      const kept = await affectedRows(em, 'update blobs set is_kept = ? where id = ?', [true, id]);
      if (kept === 0) throw new BlobMissing('the file was swept before it was kept');
    },
    find: async (id, em) => {
      const { size, sha256, mediaType } = await getBlobRow(emOr(em), id);
      return { id, size, sha256, mediaType };
    },
    open: async (id, em) => {
      const { path, ...file } = await store.lend(id, em);
      return Readable.from(openFile(path, (readNext) => decryptChunks(readNext, file)));
    },
    lend: async (id, em) => {
      const row = await getBlobRow(emOr(em), id);
      return { id, path: await pathOfWhole(pathOf(id), row), size: row.size, key: unwrapFileKey(keyRing, row) };
    },
    read: async (id, em) => {
      const parts: Buffer[] = [];
      for await (const part of (await store.open(id, em)) as AsyncIterable<Buffer>) parts.push(part);
      return Buffer.concat(parts);
    },
    remove: async (id, em) => {
      await affectedRows(emOr(em), 'delete from blobs where id = ?', [id]);
      if (em === undefined) await rm(pathOf(id), { force: true });
    },
    sweep: () => sweepFolder(orm.em.fork(), folder, clock.now()),
  };
  return store;
}

async function pathOfWhole(path: string, { id, size }: BlobRef): Promise<string> {
  const file = await stat(path).catch(() => undefined);
  if (file?.size === encryptedSize(size)) return path;
  throw new BlobDamaged(`file ${id} is ${file ? 'of another length' : 'gone'}`);
}

/** What `pass` makes of a file, which is open for as long as somebody takes it. */
async function* openFile(path: string, pass: (readNext: ReadNext) => AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    yield* pass(async (into) => {
      let filled = 0;
      for (let read = -1; read !== 0 && filled < into.length; filled += read)
        read = (await file.read(into, filled, into.length - filled)).bytesRead;
      return filled;
    });
  } finally {
    await file.close();
  }
}

/** Passes the content on and counts and hashes it on the way. */
function measuring(content: Readable | AsyncIterable<Buffer> | Buffer, meta: BlobMeta) {
  const hash = createHash('sha256');
  let size = 0;
  const bytes = (async function* () {
    for await (const part of Buffer.isBuffer(content) ? [content] : (content as AsyncIterable<Buffer>)) {
      size += part.length;
      if (meta.maxBytes !== undefined && size > meta.maxBytes)
        throw new BlobTooLarge(`more than ${meta.maxBytes} bytes`);
      hash.update(part);
      yield part;
    }
  })();
  return { bytes, result: () => ({ size, sha256: hash.digest('hex') }) };
}

/** Under a temporary name until the last byte is on the disk: a file with its real name is whole. */
async function writeAtomically(folder: string, path: string, chunks: AsyncIterable<Buffer>): Promise<void> {
  const temporary = join(folder, 'incoming', newId());
  await mkdir(join(folder, 'incoming'), { recursive: true });
  await mkdir(join(path, '..'), { recursive: true });
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      for await (const chunk of chunks) await file.appendFile(chunk);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
