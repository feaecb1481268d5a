import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000013_inbox extends Migration {
  override up(): void {
    this.addSql("create table `inbox_rounds` (`id` varchar(10) not null, `told_until` datetime(3) not null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
  }
}
