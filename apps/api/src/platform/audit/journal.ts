import { insertRows, refuseInTransaction, type Orm } from '../../database/index.ts';
import { newId } from '../ids/index.ts';
import { chainEntries, type Head, type UnchainedEntry } from './entry.ts';
import { findHeads } from './write-entries.ts';

/** Appends entries that belong to no command: reads and refusals. */
export interface Journal {
  /** Resolves when the entry is durable. */
  append(entry: Omit<UnchainedEntry, 'chain'>): Promise<void>;
}

interface Waiting {
  readonly entry: UnchainedEntry;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

const mostAtOnce = 200;

/**
 * One chain for each running process, so that nobody contends for its end: entries that arrive while one statement is
 * under way go together in the next one.
 */
export function createJournal(orm: Orm): Journal {
  const chain = `journal:${newId()}`;
  let waiting: Waiting[] = [];
  let head: Head | undefined = { seq: 0, hash: '0'.repeat(64) };
  let isWriting = false;

  const write = async (batch: readonly Waiting[]): Promise<void> => {
    const em = orm.em.fork();
    // After a failed statement nobody knows whether it was done: look.
    const heads = head === undefined ? await findHeads(em, [chain]) : new Map([[chain, head]]);
    head = undefined;
    await insertRows(
      em,
      'audit_entries',
      chainEntries(
        batch.map((one) => one.entry),
        heads,
      ),
    );
    head = heads.get(chain);
  };
  const drain = async (): Promise<void> => {
    isWriting = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, mostAtOnce);
      waiting = waiting.slice(mostAtOnce);
      try {
        await write(batch);
        for (const one of batch) one.resolve();
      } catch (error) {
        for (const one of batch) one.reject(error);
      }
    }
    isWriting = false;
  };
  return {
    append: (entry) => {
      refuseInTransaction('a read or refusal is logged');
      return new Promise((resolve, reject) => {
        waiting.push({ entry: { ...entry, chain }, resolve, reject });
        if (!isWriting) void drain();
      });
    },
  };
}
