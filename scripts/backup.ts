// `npm run backup -- [--to FOLDER] [--key-file FILE]`: the database as it stands at one moment, and the stored files, in one
// sealed archive. The site goes on meanwhile.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { makeBackupKey, readBackupKey, writeBackup } from '../apps/api/src/platform/backup/index.ts';
import { readConfiguration } from './lib/configuration.ts';
import { main, say } from './lib/say.ts';

const { values } = parseArgs({
  options: {
    to: { type: 'string', default: 'var/backups' },
    'key-file': { type: 'string', default: 'var/backup.key' },
  },
});

await main(async () => {
  const config = readConfiguration();
  const keyFile = values['key-file'];
  if (!existsSync(keyFile)) {
    makeBackupKey(keyFile);
    say(
      `A new backup key was made: ${keyFile}. Without it no archive can be opened: keep a copy apart from the archives.`,
    );
  }
  const madeAt = new Date();
  const archive = `${values.to}/yitang-${madeAt.toISOString().replaceAll(/[:.]/g, '-')}.backup`;
  say(`Saving ${config.database.url.replace(/\/\/.*@/, '//')} and ${config.filesFolder} …`);
  const places = { databaseUrl: config.database.url, filesFolder: config.filesFolder, archive };
  const { tables, files } = await writeBackup({ ...places, key: readBackupKey(keyFile), madeAt });
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
  say(`${archive}: ${Object.keys(tables).length} tables, ${rows} rows, ${files} files.`);
  say(
    'Not in it, and needed after a restore: MASTER_KEYS, BLIND_INDEX_KEY, AUDIT_SIGNING_KEY (var/development-keys.json outside production).',
  );
});
