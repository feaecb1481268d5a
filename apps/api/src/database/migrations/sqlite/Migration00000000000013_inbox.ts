import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000013_inbox extends Migration {
  override up(): void {
    this.addSql("create table `inbox_rounds` (`id` text not null primary key, `told_until` datetime not null)");
  }
}
