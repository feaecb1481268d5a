// `npm run restore -- ARCHIVE [--key-file FILE]`: brings a backup back into the empty database and folder that the
// configuration names, reads every row again and compares it with the archive.
import { parseArgs } from 'node:util';
import { readBackupKey, restoreBackup, RestoreRefused, SealBroken } from '../apps/api/src/platform/backup/index.ts';
import { readConfiguration } from './lib/configuration.ts';
import { main, say, Stop } from './lib/say.ts';

const { values, positionals } = parseArgs({
  options: { 'key-file': { type: 'string', default: 'var/backup.key' } },
  allowPositionals: true,
});

await main(async () => {
  const [archive] = positionals;
  if (archive === undefined) throw new Stop('Which archive? npm run restore -- var/backups/NAME.backup');
  const config = readConfiguration();
  const places = { databaseUrl: config.database.url, filesFolder: config.filesFolder };
  say(`Restoring ${archive} …`);
  try {
    const { tables, files } = await restoreBackup({ ...places, archive, key: readBackupKey(values['key-file']) });
    const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
    say(`Restored and compared: ${Object.keys(tables).length} tables, ${rows} rows, ${files} files.`);
  } catch (error) {
    if (error instanceof RestoreRefused || error instanceof SealBroken)
      throw new Stop(`Not restored: ${error.message}.`);
    throw error;
  }
});
