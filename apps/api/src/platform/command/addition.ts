import type { Em } from '../../database/index.ts';
import type { AuditInput } from '../audit/index.ts';
import type { Principal } from '../principal/index.ts';
import type { NewJob } from './tx.ts';

export type Row = Readonly<Record<string, unknown>>;

/** Rows that were somebody's and become the command's: all those of one owner. */
export interface Taking {
  /** The `update`, up to the list of owners: `update … where … and owner_id in`. */
  readonly sql: string;
  readonly owner: string;
  /** How many there are. More or fewer by now: nothing is written, `record.changed`. */
  readonly rows: number;
}

/**
 * What a command works with that only adds rows under keys of its own. It reads outside of any transaction, as nothing
 * that it reads could be locked by reading; unique keys and the number of rows taken say whether it was too late.
 */
export interface Addition {
  readonly em: Em;
  readonly now: Date;
  readonly principal: Principal;
  insert(table: string, rows: readonly Row[]): void;
  take(taking: Taking): void;
  /** The first entry of its chain; exactly one for each command that a person called. */
  audit(entry: Omit<AuditInput, 'startsChain' | 'personal'>): void;
  /** Done after the commit, at least once; handlers are idempotent. */
  enqueue(job: NewJob): void;
}

/** What one command adds, in the order in which it is written: who comes too late hears so of a unique key first. */
export interface Added {
  readonly inserts: readonly Insert[];
  readonly takings: readonly Taking[];
  /** Jobs, audit entries, the key. */
  readonly frame: readonly Insert[];
}

export interface Insert {
  readonly table: string;
  readonly skipsPresent: boolean;
  readonly rows: readonly Row[];
}
