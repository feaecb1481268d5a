import { familyOfEm, type Em } from './sql-types.ts';
import { sqliteNative, type SqliteNative } from './sqlite-native.ts';

const nativeOf = async (em: Em): Promise<SqliteNative | undefined> =>
  familyOfEm(em) === 'sqlite' ? sqliteNative(em.getConnection()) : undefined;

/** `em.begin` for a transaction that `commitShared` ends: it may share a sync with others. */
export async function beginShared(em: Em): Promise<void> {
  await em.begin();
  (await nativeOf(em))?.putOffSync();
}

/** Resolves when the commit survives a power cut. Others see it a moment earlier, as they do with InnoDB. */
export async function commitShared(em: Em): Promise<void> {
  await em.commit();
  await synced(em);
}

/** What somebody else has committed may still wait for its sync: whoever answers for it waits too. */
export async function synced(em: Em): Promise<void> {
  await (await nativeOf(em))?.synced();
}

/** Whether a shared sync has failed: no command succeeds any more until the process starts again. */
export async function hasFailedSync(em: Em): Promise<boolean> {
  return (await nativeOf(em))?.hasFailedSync() === true;
}
