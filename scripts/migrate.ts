// `npm run migrate`: brings the database of DATABASE_URL up to date. Safe to run from several machines at once.
import { migrate, openOrm } from '../apps/api/src/database/index.ts';
import { entities } from '../apps/api/src/database/entities.ts';
import { loadConfig, withDevelopmentKeys } from '../apps/api/src/platform/config/index.ts';

const config = loadConfig(withDevelopmentKeys(process.env));
// Changing a large table takes as long as it takes.
const patient = { acquire: 60_000, statement: 3_600_000, commit: 60_000 };
const orm = await openOrm({ url: config.database.url, entities, poolSize: 2, deadlines: patient });
try {
  const ran = await migrate(orm);
  process.stdout.write(ran.length === 0 ? 'The database is up to date.\n' : `Migrated: ${ran.join(', ')}\n`);
} finally {
  await orm.close(true);
}
