// `npm run rotate-keys`: writes everything that is not under the first key of MASTER_KEYS anew under it, while the site
// goes on. May be stopped and run again. docs/SECURITY.md says what comes before it and after it.
import { entities } from '../apps/api/src/database/entities.ts';
import { openOrm } from '../apps/api/src/database/index.ts';
import { createFieldCrypto } from '../apps/api/src/platform/crypto/index.ts';
import { rotateKeys } from '../apps/api/src/platform/key-rotation/index.ts';
import { readConfiguration } from './lib/configuration.ts';
import { main, say } from './lib/say.ts';

await main(async () => {
  const { database, keys } = readConfiguration();
  const [current, ...older] = keys.master.map(({ id }) => id);
  say(`Writing everything under ${current} that is under ${older.join(', ') || 'another key'} …`);
  // What has much to write waits for the site, not the site for it.
  const deadlines = { acquire: 60_000, statement: 3_600_000, commit: 60_000 };
  const orm = await openOrm({ url: database.url, entities, poolSize: 1, deadlines });
  try {
    const { renewed, unreadable, uses } = await rotateKeys({ orm, crypto: createFieldCrypto(keys) }, (column, done) => {
      if (done % 10_000 === 0) say(`${column.table}.${column.column}: ${done.toLocaleString('en')} …`);
    });
    for (const { table, column, key } of unreadable) say(`${table}.${column} of ${key} does not open: left as it is.`);
    for (const { table, column, keyId, rows } of uses)
      say(`${table}.${column}: ${rows.toLocaleString('en')} under ${keyId}`);
    const left = uses.filter(({ keyId }) => keyId !== current).reduce((sum, { rows }) => sum + rows, 0);
    say(`${renewed.toLocaleString('en')} written anew; ${left.toLocaleString('en')} left under other keys.`);
    return left === 0 ? 0 : 1;
  } finally {
    await orm.close(true);
  }
});
