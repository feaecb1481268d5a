import { Migration } from '@mikro-orm/migrations';

/**
 * Made from the entities by `node scripts/make-migration.ts`; by hand the statement that carries over what is dead, since the
 * day (of UTC+8) on which it was found so.
 */
export class Migration00000000000021_address_outages extends Migration {
  override up(): void {
    this.addSql("create table `address_outages` (`id` text not null primary key, `address` text not null, `found` text not null, `started_on` text not null, `ended_on` text null)");
    this.addSql("insert into `address_outages` (`id`, `address`, `found`, `started_on`, `ended_on`) select substr(`id`, 1, 36), `address`, `found`, date(`dead_since` / 1000 + 28800, 'unixepoch'), null from `address_checks` where `dead_since` is not null");
    this.addSql("drop table if exists `address_checks`");
  }
}
