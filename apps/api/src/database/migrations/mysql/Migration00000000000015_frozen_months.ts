import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000015_frozen_months extends Migration {
  override up(): void {
    this.addSql("create table `reform_months` (`month` varchar(7) not null, `part` varchar(10) not null, `as_of` varchar(10) not null, `is_late` tinyint(1) not null, `document` mediumtext not null, `digest` varchar(64) not null, `key_id` varchar(16) not null, `public_key` varchar(400) not null, `signature` varchar(100) not null, `frozen_at` datetime(3) not null, primary key (`month`, `part`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
  }
}
