/** One sync for all who wait for one at the same time: a disk takes as long for one as for many. */
export class SharedSync {
  readonly #flush: () => Promise<void>;
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;
  #hasFailed = false;

  constructor(flush: () => Promise<void>) {
    this.#flush = flush;
  }

  /**
   * Resolves when what was written before this call is on the disk. After a sync that failed nobody knows what is there,
   * and a system says so only once: nothing counts as synced any more, until the process begins anew.
   */
  wait(): Promise<void> {
    // One that is under way may have begun before the caller's bytes were written.
    this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      return (this.#running = this.#flush());
    });
    this.#next.catch(() => (this.#hasFailed = true));
    return this.#next;
  }

  /** Whether nothing counts as synced any more. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }
}
