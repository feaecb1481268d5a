import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000008_targets extends Migration {
  override up(): void {
    this.addSql("create table `matter_exclusions` (`id` text not null primary key, `code` text not null, `open_key` text null, `department_id` text not null, `reason` text not null, `evidence` text not null, `status` text not null, `requested_by` text not null, `requested_by_name` text not null, `requested_at` datetime not null, `approver` text null, `from_day` text null, `review_on` text not null, `ended_on` text null, `note` text not null, `revision` integer not null, `updated_at` datetime not null)");
    this.addSql("create unique index `matter_exclusions_open_key_unique` on `matter_exclusions` (`open_key`)");
    this.addSql("create index `matter_exclusions_status` on `matter_exclusions` (`status`, `id`)");
    this.addSql("create table `target_records` (`id` text not null primary key, `kind` text not null, `made_on` text not null, `title` text not null, `receipt` text not null, `recorded_at` datetime not null, `recorded_by` text not null, `withdrawn_at` datetime null)");
    this.addSql("create table `target_versions` (`key` text not null, `version` integer not null, `definition` json not null, `is_retired` integer not null, `reason` text not null, `recorded_at` datetime not null, `recorded_by` text not null, primary key (`key`, `version`))");
  }
}
