import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000015_frozen_months extends Migration {
  override up(): void {
    this.addSql("create table `reform_months` (`month` text not null, `part` text not null, `as_of` text not null, `is_late` integer not null, `document` mediumtext not null, `digest` text not null, `key_id` text not null, `public_key` text not null, `signature` text not null, `frozen_at` datetime not null, primary key (`month`, `part`))");
  }
}
