import { Migration } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/sql';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { migrate, ormOptions, type Orm } from './index.ts';

class First extends Migration {
  override up(): void {
    this.addSql('create table parents (id text not null primary key, name text)');
    this.addSql(
      'create table children (id text not null primary key, parent_id text not null references parents (id) on delete cascade)',
    );
    this.addSql("insert into parents values ('p', 'name')");
    this.addSql("insert into children values ('a', 'p'), ('b', 'p'), ('c', 'p')");
  }
}
/** What is generated for a changed column. */
class Rebuild extends Migration {
  override up(): void {
    this.addSql('create table parents__temp (id text not null primary key, name text not null)');
    this.addSql('insert into parents__temp select id, name from parents');
    this.addSql('drop table parents');
    this.addSql('alter table parents__temp rename to parents');
  }
}
class Breaking extends Migration {
  override up(): void {
    this.addSql("delete from parents where id = 'p'");
  }
}

let orm: Orm;
const run = async (...list: (new (...given: never[]) => Migration)[]): Promise<string[]> => {
  const named = list.map((migration, index) => ({ name: `M${index}`, class: migration as never }));
  orm.config.get('migrations').migrationsList = named;
  return migrate(orm);
};
beforeAll(async () => {
  const options = await ormOptions({ url: 'sqlite::memory:', entities: [] });
  orm = await MikroORM.init({ ...options, discovery: { warnWhenNoEntities: false } });
});
afterAll(() => orm.close(true));

test('rebuilding a table on SQLite keeps the rows that refer to it, and broken references stop the start', async () => {
  await run(First, Rebuild);
  expect(await orm.em.fork().execute('select id from children')).toHaveLength(3);
  await expect(run(First, Rebuild, Breaking)).rejects.toThrow('broke foreign keys');
  expect(await orm.em.fork().execute('pragma foreign_keys')).toEqual([{ foreign_keys: 1 }]);
});
