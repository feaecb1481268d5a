// `node scripts/make-migration.ts NAME` appends a migration for each engine family with what the entities have beyond the
// migrations so far. What is there already is never changed: databases out there have run it. The MySQL one is written by
// a MariaDB that is started for it, and runs on both.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { entities } from '../apps/api/src/database/entities.ts';
import { migrate, migrationsFolder, openOrm, type DatabaseFamily } from '../apps/api/src/database/index.ts';
import { freshDatabase } from '../tests/support/test-database.ts';
import { startMariadb } from '../tests/support/processes/private-mariadb.ts';
import { main, say, Stop } from './lib/say.ts';

/** Statements that bring a migrated database to what the entities describe. */
async function missingStatements(url: string): Promise<string[]> {
  const orm = await openOrm({ url, entities, poolSize: 2 });
  try {
    await migrate(orm);
    const sql = await orm.schema.getUpdateSchemaSQL({ wrap: false });
    return sql
      .split(/;\s*\n+/)
      .map((statement) => statement.trim().replace(/;$/, ''))
      .filter((statement) => statement !== '');
  } finally {
    await orm.close(true);
  }
}

async function onMariadb<T>(work: (url: string) => Promise<T>): Promise<T> {
  const server = await startMariadb();
  try {
    process.env.TEST_DATABASE_URL = server.url;
    return await work((await freshDatabase()).url);
  } finally {
    await server.stop();
  }
}

function render(name: string, statements: readonly string[]): string {
  return [
    "import { Migration } from '@mikro-orm/migrations';",
    '',
    '/** Made from the entities by `node scripts/make-migration.ts`. */',
    `export class ${name} extends Migration {`,
    '  override up(): void {',
    ...statements.map((sql) => `    this.addSql(${JSON.stringify(sql)});`),
    '  }',
    '}',
    '',
  ].join('\n');
}

/** `Migration00000000000002_NAME`: the next number after the migrations of both families. */
function nextName(words: string): string {
  const files = (['sqlite', 'mysql'] as const).flatMap((family) => readdirSync(migrationsFolder(family)));
  const last = Math.max(...files.map((file) => Number(/^Migration(\d+)_/.exec(file)?.[1] ?? 0)));
  return `Migration${String(last + 1).padStart(14, '0')}_${words}`;
}

function append(family: DatabaseFamily, name: string, statements: readonly string[]): void {
  writeFileSync(join(migrationsFolder(family), `${name}.ts`), render(name, statements));
  say(`${family}: ${statements.length} statements in ${name}.ts`);
}

if (import.meta.main)
  await main(async () => {
    const [words = ''] = process.argv.slice(2);
    if (!/^[a-z][a-z-]{2,40}$/.test(words)) throw new Stop('Usage: node scripts/make-migration.ts NAME (a-z and -)');
    const sqlite = await missingStatements('sqlite::memory:');
    const mysql = await onMariadb(missingStatements);
    if (sqlite.length + mysql.length === 0)
      return say('The migrations make what the entities describe: nothing to add.');
    const name = nextName(words.replaceAll('-', '_'));
    append('sqlite', name, sqlite);
    append('mysql', name, mysql);
  });
