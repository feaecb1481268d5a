import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000025_reform_policies extends Migration {
  override up(): void {
    this.addSql("create table `reform_policies` (`id` text not null primary key, `title` text not null, `number` text not null, `issued_on` text null, `level` text not null, `address` text null, `is_public` integer not null, `revision` integer not null, `updated_at` datetime not null, `updated_by` text not null)");
  }
}
