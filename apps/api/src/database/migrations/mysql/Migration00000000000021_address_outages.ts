import { Migration } from '@mikro-orm/migrations';

/**
 * Made from the entities by `node scripts/make-migration.ts`; by hand the statement that carries over what is dead, since the
 * day (of UTC+8) on which it was found so.
 */
export class Migration00000000000021_address_outages extends Migration {
  override up(): void {
    this.addSql("create table `address_outages` (`id` varchar(36) not null, `address` text not null, `found` varchar(120) not null, `started_on` varchar(10) not null, `ended_on` varchar(10) null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("insert into `address_outages` (`id`, `address`, `found`, `started_on`, `ended_on`) select substr(`id`, 1, 36), `address`, `found`, date_format(date_add(`dead_since`, interval 8 hour), '%Y-%m-%d'), null from `address_checks` where `dead_since` is not null");
    this.addSql("drop table if exists `address_checks`");
  }
}
