import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000002_volumes extends Migration {
  override up(): void {
    this.addSql("create table `frequency_rules` (`id` text not null primary key, `joint_rule` text not null, `with_instant` integer not null, `audiences` json not null, `reason` text not null, `set_by` text not null, `recorded_at` datetime not null)");
    this.addSql("create table `frozen_sets` (`number` integer not null primary key, `year` integer not null, `replaces` integer null, `reason` text null, `first_month` text not null, `last_month` text not null, `total` integer not null, `set_size` integer not null, `matters` integer not null, `document` mediumtext not null, `digest` text not null, `key_id` text not null, `public_key` text not null, `signature` text not null, `frozen_by` text not null, `frozen_at` datetime not null)");
    this.addSql("create index `frozen_sets_year` on `frozen_sets` (`year`, `number`)");
    this.addSql("create table `volume_choices` (`id` text not null primary key, `matter_id` text not null, `month` text null, `take` text not null, `reason` text not null, `chosen_by` text not null, `recorded_at` datetime not null)");
    this.addSql("create index `volume_choices_matter` on `volume_choices` (`matter_id`, `month`, `id`)");
    this.addSql("create table `volume_entries` (`id` text not null primary key, `matter_id` text not null, `month` text not null, `source` text not null, `turn` integer not null, `cases` integer not null, `evidence` text not null, `reason` text null, `replaces` text null, `department_id` text not null, `reported_by` text not null, `recorded_at` datetime not null)");
    this.addSql("create index `volume_entries_month` on `volume_entries` (`month`, `matter_id`, `id`)");
    this.addSql("create unique index `volume_entries_turn_unique` on `volume_entries` (`matter_id`, `month`, `source`, `turn`)");
    this.addSql("create table `volume_sources` (`code` text not null primary key, `name` text not null, `client_id` text null, `note` text not null, `created_by` text not null, `created_at` datetime not null)");
  }
}
