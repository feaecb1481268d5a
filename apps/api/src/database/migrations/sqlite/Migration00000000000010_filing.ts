import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000010_filing extends Migration {
  override up(): void {
    this.addSql("create table `filing_decrees` (`id` text not null primary key, `number` text not null, `title` text not null, `issued_on` text not null, `file_name` text null, `file_size` integer null, `file_sha256` text null, `blob_id` text null, `added_at` datetime not null, `added_by` text not null)");
    this.addSql("create table `filing_files` (`id` text not null primary key, `package_id` text not null, `path` text not null, `part` text not null, `title` text not null, `size` integer not null, `sha256` text not null, `blob_id` text not null)");
    this.addSql("create unique index `filing_files_path` on `filing_files` (`package_id`, `path`)");
    this.addSql("create table `filing_packages` (`id` text not null primary key, `status` text not null, `number` text null, `version` integer not null, `as_of` text not null, `decree_id` text null, `set_number` integer null, `replaces_id` text null, `snapshot_blob_id` text not null, `snapshot_size` integer not null, `digest` text not null, `gaps` json not null, `matters` integer not null, `set_size` integer null, `papers_done` integer not null, `papers_total` integer not null, `failure` text null, `planned_at` datetime not null, `planned_by` text not null, `frozen_on` text null, `sent_on` text null, `archive_blob_id` text null, `archive_size` integer null, `archive_sha256` text null, `key_id` text null, `public_key` text null, `receipt_name` text null, `receipt_size` integer null, `receipt_sha256` text null, `receipt_type` text null, `receipt_blob_id` text null, `revision` integer not null)");
    this.addSql("create unique index `filing_packages_number_unique` on `filing_packages` (`number`)");
    this.addSql("create table `filing_steps` (`id` text not null primary key, `package_id` text not null, `action` text not null, `at` datetime not null, `by` text not null, `happened_on` text null, `way` text null, `reference` text null, `note` text null)");
    this.addSql("create index `filing_steps_package` on `filing_steps` (`package_id`, `id`)");
  }
}
