import { createHash } from 'node:crypto';

/** What a column of a dumped row may hold. */
export type Cell = string | number | bigint | null | Uint8Array;

/**
 * One row as one line of JSON that loses nothing: bytes and integers beyond 2⁵³ are marked. Equal rows give equal lines,
 * whichever engine they were read from in the same family.
 */
export function rowText(cells: readonly Cell[]): string {
  return JSON.stringify(cells.map(plainOf));
}

function plainOf(cell: Cell): unknown {
  if (cell instanceof Uint8Array) return { bytes: Buffer.from(cell).toString('base64') };
  if (typeof cell !== 'bigint') return cell;
  const number = Number(cell);
  return Number.isSafeInteger(number) ? number : { integer: cell.toString() };
}

export function cellsOf(text: string): Cell[] {
  return (JSON.parse(text) as unknown[]).map((plain) => {
    if (plain === null || typeof plain === 'string' || typeof plain === 'number') return plain;
    const marked = plain as { bytes?: string; integer?: string };
    return marked.bytes === undefined ? BigInt(marked.integer as string) : Buffer.from(marked.bytes, 'base64');
  });
}

/** Counts and hashes the rows of one table, in the order of its key. */
export class RowHash {
  rows = 0;
  readonly #hash = createHash('sha256');

  add(text: string): void {
    this.rows += 1;
    this.#hash.update(text).update('\n');
  }

  /** Call once, at the end. */
  result(): TableHash {
    return { rows: this.rows, sha256: this.#hash.digest('hex') };
  }
}

export interface TableHash {
  rows: number;
  sha256: string;
}
