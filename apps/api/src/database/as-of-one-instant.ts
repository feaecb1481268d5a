import { familyOfEm, type Em } from './sql-types.ts';

/**
 * Whatever `work` reads, in however many statements, is as it was at its first one; others go on writing meanwhile.
 * `beside` reads what is there now, on another connection, so that what comes next is looked for while something is counted;
 * SQLite has one connection, and both are the same.
 */
export function asOfOneInstant<T>(em: Em, work: (tx: Em, beside: Em) => Promise<T>): Promise<T> {
  // SQLite knows no other way; of MySQL the connections are set to less.
  if (familyOfEm(em) === 'sqlite') return em.transactional((tx) => work(tx, tx));
  const beside = em.fork();
  return em.transactional((tx) => work(tx, beside), { isolationLevel: 'repeatable read' });
}
