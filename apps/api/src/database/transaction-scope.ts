import { AsyncLocalStorage } from 'node:async_hooks';

const scope = new AsyncLocalStorage<string>();

/** Marks everything that `work` calls as being inside the transaction of the named command. */
export const inTransactionScope = <T>(command: string, work: () => Promise<T>): Promise<T> => scope.run(command, work);

/**
 * SQLite has one connection and the transaction holds it: a second one would be waited for until the request dies. So
 * whatever needs a connection of its own says so at once, on every engine.
 */
export function refuseInTransaction(what: string): void {
  const command = scope.getStore();
  if (command !== undefined)
    throw new Error(`${what} inside the transaction of "${command}": use tx.em, or do it before runCommand`);
}
