import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';
import type { TableHash } from './row-text.ts';
import { SealBroken, unseal } from './sealed-stream.ts';
import type { Heading } from './write-backup.ts';

/** One line of an archive that is not a row and not a piece of a file. */
export type Mark =
  | Heading
  | { kind: 'table'; name: string; columns: string[] }
  | { kind: 'file'; path: string }
  | { kind: 'end'; tables: Record<string, TableHash>; files: number };

/** `mark` begins something; `text` is a row of the table, or a piece of the file, that the last mark began. */
export type Item = { mark: Mark } | { text: string };

/**
 * The lines of an archive, checked on the way.
 * @throws SealBroken when it was changed, cut short, or sealed with another key
 */
export async function* readBackup(archive: string, key: Buffer): AsyncGenerator<Item> {
  const unzipped = createGunzip();
  const sealed = createReadStream(archive);
  // Destroys all parts when one breaks or the reader leaves early; the error reaches whoever reads `unzipped`.
  pipeline(
    sealed,
    (source: AsyncIterable<Buffer>) => unseal(source, key),
    unzipped,
    () => undefined,
  );
  let isWhole = false;
  for await (const line of linesOf(unzipped)) {
    isWhole = line.startsWith('{"kind":"end"');
    yield line.startsWith('{') ? { mark: JSON.parse(line) as Mark } : { text: line };
  }
  if (!isWhole) throw new SealBroken('the archive has no end');
}

async function* linesOf(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const part of source) {
    const lines = (rest + decoder.write(part)).split('\n');
    rest = lines.pop() as string;
    yield* lines;
  }
  if (rest !== '') yield rest;
}
