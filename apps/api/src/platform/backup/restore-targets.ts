import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { Mark } from './backup-reader.ts';
import { RestoreRefused } from './restore-refused.ts';
import { cellsOf, type Cell } from './row-text.ts';
import type { RowWriter } from './row-writer.ts';

/** Takes the lines that follow one mark of an archive. */
export interface Target {
  add(text: string): Promise<void>;
  finish(): Promise<void>;
}

/** Where the lines after a mark go; nowhere after the heading and the end. */
export function targetOf(mark: Mark, writer: RowWriter, staging: string): Target | undefined {
  if (mark.kind === 'table') return new TableTarget(writer, mark.name, mark.columns);
  return mark.kind === 'file' ? new FileTarget(staging, mark.path) : undefined;
}

class TableTarget implements Target {
  #rows: Cell[][] = [];
  readonly #write: (rows: Cell[][]) => Promise<void>;

  constructor(writer: RowWriter, table: string, columns: readonly string[]) {
    this.#write = (rows) => writer.write(table, columns, rows);
  }

  async add(text: string): Promise<void> {
    if (this.#rows.push(cellsOf(text)) >= 2000) await this.finish();
  }

  async finish(): Promise<void> {
    const rows = this.#rows;
    this.#rows = [];
    if (rows.length > 0) await this.#write(rows);
  }
}

class FileTarget implements Target {
  readonly #path: string;
  #stream: WriteStream | undefined;

  constructor(folder: string, path: string) {
    this.#path = join(folder, path);
    if (!this.#path.startsWith(folder + sep))
      throw new RestoreRefused(`the archive names a file outside its folder: ${path}`);
  }

  async add(text: string): Promise<void> {
    const stream = await this.#open();
    if (!stream.write(Buffer.from(JSON.parse(text) as string, 'base64'))) await once(stream, 'drain');
  }

  async finish(): Promise<void> {
    const stream = await this.#open();
    stream.end();
    await once(stream, 'finish');
  }

  async #open(): Promise<WriteStream> {
    await mkdir(dirname(this.#path), { recursive: true });
    return (this.#stream ??= createWriteStream(this.#path, { mode: 0o600, flush: true }));
  }
}
