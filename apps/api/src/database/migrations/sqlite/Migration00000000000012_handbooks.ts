import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000012_handbooks extends Migration {
  override up(): void {
    this.addSql("create table `handbooks` (`matter_id` text not null primary key, `body` text not null, `pass_mark` integer not null, `questions` json not null, `revision` integer not null, `updated_at` datetime not null, `updated_by` text not null)");
    this.addSql("create table `training_records` (`id` text not null primary key, `matter_id` text not null, `person_id` text not null, `revision` integer not null, `right` integer not null, `of` integer not null, `is_passed` integer not null, `at` datetime not null)");
    this.addSql("create index `training_records_matter_person` on `training_records` (`matter_id`, `person_id`)");
  }
}
