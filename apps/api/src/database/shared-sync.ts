import { closeSync, fdatasync, openSync } from 'node:fs';
import { promisify } from 'node:util';

const flush = promisify(fdatasync);

/**
 * One sync of a file for all who wait for one at the same time, in a thread of its own: a disk takes as long for one as
 * for many, and meanwhile others are served.
 */
export class SharedSync {
  readonly #file: string;
  #descriptor: number | undefined;
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  /**
   * Resolves when what was written to the file before this call is on the disk. After a sync that failed nobody knows
   * what is there, and the system says so only once: nothing counts as synced any more, until the process begins anew.
   */
  wait(): Promise<void> {
    // One that is under way may have begun before the caller's bytes were written.
    this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      this.#descriptor ??= openSync(this.#file, 'r+');
      return (this.#running = flush(this.#descriptor));
    });
    return this.#next;
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }
}
