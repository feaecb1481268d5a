import { insertRows, refuseInTransaction, type Orm } from '../../database/index.ts';
import { gather } from '../gather/index.ts';
import { newId } from '../ids/index.ts';
import { chainEntries, type Head, type UnchainedEntry } from './entry.ts';
import { findHeads } from './write-entries.ts';

/** Appends entries that belong to no command: reads and refusals. */
export interface Journal {
  /** Resolves when the entry is durable. */
  append(entry: Omit<UnchainedEntry, 'chain'>): Promise<void>;
}

/** One statement at a time: each continues where the one before has ended. */
const most = { items: 200, writes: 1 };

/**
 * One chain for each running process, so that nobody contends for its end: entries that arrive while one statement is
 * under way go together in the next one.
 */
export function createJournal(orm: Orm): Journal {
  const chain = `journal:${newId()}`;
  let head: Head | undefined = { seq: 0, hash: '0'.repeat(64) };

  const write = async (entries: readonly UnchainedEntry[]): Promise<void> => {
    const em = orm.em.fork();
    // After a failed statement nobody knows whether it was done: look.
    const heads = head === undefined ? await findHeads(em, [chain]) : new Map([[chain, head]]);
    head = undefined;
    await insertRows(em, 'audit_entries', chainEntries(entries, heads));
    head = heads.get(chain);
  };
  const append = gather(write, most);
  return {
    append: (entry) => {
      refuseInTransaction('a read or refusal is logged');
      return append({ ...entry, chain });
    },
  };
}
