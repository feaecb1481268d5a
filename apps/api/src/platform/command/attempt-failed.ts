import type { Em } from '../../database/index.ts';

/** How far an attempt came: what its failure means depends on it. */
export type Phase = 'begin' | 'work' | 'jobs' | 'audit' | 'key' | 'commit';

export class AttemptFailed extends Error {
  readonly phase: Phase;
  /** Others were written in the same transaction, and the fault may be theirs. */
  readonly isShared: boolean;
  constructor(phase: Phase, cause: unknown, isShared = false) {
    super(`failed in ${phase}`, { cause });
    this.phase = phase;
    this.isShared = isShared;
  }
}

/** What the rollback says does not matter: the connection goes back to the pool or is dropped by it. */
export async function rollBack(em: Em): Promise<void> {
  if (em.isInTransaction()) await em.rollback().catch(() => undefined);
}
