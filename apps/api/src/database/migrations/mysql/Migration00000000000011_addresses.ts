import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000011_addresses extends Migration {
  override up(): void {
    this.addSql("create table `address_checks` (`id` varchar(64) not null, `address` text not null, `is_dead` tinyint(1) not null, `found` varchar(120) not null, `checked_at` datetime(3) not null, `dead_since` datetime(3) null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `address_checks` add index `address_checks_dead` (`is_dead`)");
  }
}
