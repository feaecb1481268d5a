import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000026_data_sources extends Migration {
  override up(): void {
    this.addSql("create table `data_sources` (`id` text not null primary key, `name` text not null, `name_en` text not null, `department_id` text not null, `gives` text not null, `basis` text not null, `live_from` text not null, `live_until` text null, `revision` integer not null, `updated_at` datetime not null, `updated_by` text not null)");
    this.addSql("create unique index `data_sources_name` on `data_sources` (`name`, `live_from`)");
  }
}
