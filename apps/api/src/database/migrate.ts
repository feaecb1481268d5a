import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { databaseMilliseconds, insertUnlessPresent } from './portable-sql.ts';
import { familyOfEm, type Orm } from './sql-types.ts';
import { affectedRows } from './statements.ts';

const leaseMilliseconds = 60_000;
const patienceMilliseconds = 300_000;

/**
 * Brings the schema up to date and returns the names of the migrations that ran here. Of several instances that start
 * at once, one migrates; the others wait for it and then find nothing to do.
 */
export async function migrate(orm: Orm): Promise<string[]> {
  await ensureLeaseRow(orm);
  const owner = randomUUID();
  await acquireLease(orm, owner);
  const heartbeat = setInterval(() => void renewLease(orm, owner).catch(() => undefined), leaseMilliseconds / 4);
  try {
    return familyOfEm(orm.em) === 'sqlite' ? await migrateSqlite(orm) : await runPending(orm);
  } finally {
    clearInterval(heartbeat);
    await orm.em.fork().execute('update schema_lease set owner = null where id = 1 and owner = ?', [owner], 'run');
  }
}

async function runPending(orm: Orm): Promise<string[]> {
  return (await orm.migrator.up()).map((migration) => migration.name);
}

/**
 * SQLite changes a column by rebuilding its table inside a transaction, where `pragma foreign_keys = off` does nothing:
 * dropping the old table would cascade and silently delete child rows. So the pragma is off before the transaction.
 */
async function migrateSqlite(orm: Orm): Promise<string[]> {
  const connection = orm.em.getConnection();
  await connection.execute('pragma foreign_keys = off');
  try {
    const done = await runPending(orm);
    const broken: unknown[] = await connection.execute('pragma foreign_key_check');
    if (broken.length > 0) throw new Error(`a migration broke foreign keys: ${JSON.stringify(broken)}`);
    return done;
  } finally {
    await connection.execute('pragma foreign_keys = on');
  }
}

async function ensureLeaseRow(orm: Orm): Promise<void> {
  const em = orm.em.fork();
  await em.execute(
    'create table if not exists schema_lease (id integer primary key, owner varchar(36), until_ms bigint not null)',
  );
  await em.execute(
    `${insertUnlessPresent(familyOfEm(em))} into schema_lease (id, owner, until_ms) values (1, null, 0)`,
  );
}

async function acquireLease(orm: Orm, owner: string): Promise<void> {
  const now = databaseMilliseconds(familyOfEm(orm.em));
  const sql = `update schema_lease set owner = ?, until_ms = ${now} + ? where id = 1 and (owner is null or until_ms < ${now})`;
  const deadline = performance.now() + patienceMilliseconds;
  while ((await affectedRows(orm.em.fork(), sql, [owner, leaseMilliseconds])) === 0) {
    if (performance.now() > deadline)
      throw new Error('another instance has been migrating the database for five minutes');
    await wait(100);
  }
}

async function renewLease(orm: Orm, owner: string): Promise<void> {
  const now = databaseMilliseconds(familyOfEm(orm.em));
  await affectedRows(orm.em.fork(), `update schema_lease set until_ms = ${now} + ? where id = 1 and owner = ?`, [
    leaseMilliseconds,
    owner,
  ]);
}
