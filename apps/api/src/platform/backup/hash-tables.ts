import { RowHash, rowText, type TableHash } from './row-text.ts';
import { openSnapshot } from './open-snapshot.ts';

/** Number and hash of the rows of every table of a database, as `writeBackup` reports them. */
export async function hashTables(url: string): Promise<Record<string, TableHash>> {
  const snapshot = await openSnapshot(url);
  try {
    const hashes: Record<string, TableHash> = {};
    for (const table of snapshot.tables) {
      const hash = new RowHash();
      for await (const row of snapshot.rows(table)) hash.add(rowText(row));
      hashes[table.name] = hash.result();
    }
    return hashes;
  } finally {
    await snapshot.close();
  }
}
