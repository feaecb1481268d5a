// Writes the one initial migration of each engine family from the entities. Until the first release there is no other:
// after it, migrations are appended and this script refuses to touch what has been released.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MikroORM } from '@mikro-orm/sql';
import { entities } from '../apps/api/src/database/entities.ts';
import { migrationsFolder, ormOptions, type DatabaseFamily } from '../apps/api/src/database/index.ts';

const name = 'Migration00000000000001_initial';

/** The `create table` statements of a family; the MySQL ones are written by the MariaDB driver and run on both. */
export async function initialStatements(family: DatabaseFamily): Promise<string[]> {
  const url = family === 'sqlite' ? 'sqlite::memory:' : 'mariadb://nobody@127.0.0.1:1/none';
  const orm = new MikroORM(await ormOptions({ url, entities }));
  const sql = await orm.schema.getCreateSchemaSQL();
  await orm.close(true);
  return sql
    .split(/;\s*\n+/)
    .map((statement) => statement.trim().replace(/;$/, ''))
    .filter((statement) => statement !== '' && !statement.startsWith('set names') && !statement.startsWith('pragma'));
}

function render(statements: readonly string[]): string {
  const lines = statements.map((sql) => `    this.addSql(${JSON.stringify(sql)});`);
  return [
    "import { Migration } from '@mikro-orm/migrations';",
    '',
    '/** Made from the entities by `node scripts/make-migration.ts`. */',
    `export class ${name} extends Migration {`,
    '  override up(): void {',
    ...lines,
    '  }',
    '}',
    '',
  ].join('\n');
}

if (import.meta.main) {
  for (const family of ['sqlite', 'mysql'] as const) {
    const folder = migrationsFolder(family);
    mkdirSync(folder, { recursive: true });
    const later = existsSync(folder)
      ? readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.startsWith(name))
      : [];
    if (later.length > 0)
      throw new Error(
        `${folder} holds later migrations (${later.join(', ')}): append one instead of rewriting the first`,
      );
    const statements = await initialStatements(family);
    writeFileSync(join(folder, `${name}.ts`), render(statements));
    process.stdout.write(`${family}: ${statements.length} statements\n`);
  }
}
