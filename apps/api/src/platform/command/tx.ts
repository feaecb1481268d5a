import type { Em } from '../../database/index.ts';
import type { AuditInput } from '../audit/index.ts';
import type { Principal } from '../principal/index.ts';

export interface NewJob {
  /** A kind that a module registered. */
  readonly kind: string;
  /** JSON; ids rather than data. */
  readonly payload: unknown;
  readonly availableAt?: Date;
  /** Nothing is added where there is, or within the last week was, a job with this key. */
  readonly dedupeKey?: string;
}

/** What a command works with inside its transaction. */
export interface Tx {
  readonly em: Em;
  readonly now: Date;
  readonly principal: Principal;
  /** Written with the change, in one statement for all; exactly one for each command that a person called. */
  audit(entry: AuditInput): void;
  /** Done after the commit, at least once; handlers are idempotent. */
  enqueue(job: NewJob): void;
}
