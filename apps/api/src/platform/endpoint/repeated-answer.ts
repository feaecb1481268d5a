/**
 * What a handler returns that several calls are given in turn: it is held against the contract and written for the first
 * of them. Who may have it is asked at every call, before its handler; so it must say nothing that only one may know.
 */
export class RepeatedAnswer<T> {
  readonly #content: T;
  #bytes: Buffer | undefined;

  constructor(content: T) {
    this.#content = content;
  }

  /** @param write as the endpoint does it whose handler returns this answer */
  bytes(write: (content: T) => string): Buffer {
    this.#bytes ??= Buffer.from(write(this.#content));
    return this.#bytes;
  }
}
