import { familyOfEm, type Em } from './sql-types.ts';

/** Whatever `work` reads, in however many statements, is as it was at its first one; others go on writing meanwhile. */
export function asOfOneInstant<T>(em: Em, work: (tx: Em) => Promise<T>): Promise<T> {
  // SQLite knows no other way; of MySQL the connections are set to less.
  const options = familyOfEm(em) === 'sqlite' ? {} : ({ isolationLevel: 'repeatable read' } as const);
  return em.transactional(work, options);
}
