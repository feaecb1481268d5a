const headEnd = '\r\n\r\n';
const lastChunk = '\r\n0\r\n\r\n';

export interface ReadAnswer {
  readonly status: number;
  /** Head and body as they came, for whoever must show what went wrong. */
  readonly text: () => string;
}

/**
 * Reads the answers of one connection on which a request follows an answer: as little as tells where an answer ends, so
 * that the load generator costs less than the server that it measures.
 */
export class AnswerReader {
  #parts: Buffer[] = [];
  #size = 0;
  #status = 0;
  /** Bytes of the whole answer; undefined before the head has come, 0 where only the last chunk tells. */
  #whole: number | undefined;

  /** The answer that is complete with these bytes, otherwise undefined. */
  take(bytes: Buffer): ReadAnswer | undefined {
    this.#parts.push(bytes);
    this.#size += bytes.length;
    if (this.#whole === undefined) this.#readHead();
    if (this.#whole === undefined || !this.#isComplete()) return undefined;
    const parts = this.#parts;
    const answer = { status: this.#status, text: () => Buffer.concat(parts).toString('utf8') };
    this.#parts = [];
    this.#size = 0;
    this.#whole = undefined;
    return answer;
  }

  #readHead(): void {
    const known = this.#parts.length === 1 ? this.#parts[0]! : Buffer.concat(this.#parts);
    const end = known.indexOf(headEnd);
    if (end < 0) return;
    const head = known.toString('latin1', 0, end).toLowerCase();
    this.#status = Number(head.slice(9, 12));
    const length = /\r\ncontent-length: *(\d+)/.exec(head)?.[1];
    const hasNoBody = this.#status === 204 || this.#status === 304;
    this.#whole = length === undefined && !hasNoBody ? 0 : end + headEnd.length + Number(length ?? 0);
  }

  #isComplete(): boolean {
    if (this.#whole !== 0) return this.#size >= this.#whole!;
    const last = this.#parts.at(-1)!;
    const tail = last.length >= lastChunk.length ? last : Buffer.concat(this.#parts);
    return tail.toString('latin1', Math.max(0, tail.length - lastChunk.length)) === lastChunk;
  }
}
