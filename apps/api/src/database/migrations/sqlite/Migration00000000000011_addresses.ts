import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000011_addresses extends Migration {
  override up(): void {
    this.addSql("create table `address_checks` (`id` text not null primary key, `address` text not null, `is_dead` integer not null, `found` text not null, `checked_at` datetime not null, `dead_since` datetime null)");
    this.addSql("create index `address_checks_dead` on `address_checks` (`is_dead`)");
  }
}
