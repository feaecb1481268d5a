import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000004_surveys extends Migration {
  override up(): void {
    this.addSql("create table `surveys` (`id` text not null primary key, `number` text not null, `title` text not null, `agency` text not null, `first_day` text not null, `last_day` text not null, `size` integer not null, `minimum` integer not null, `seed` text not null, `retention_days` integer not null, `status` text not null, `failure` text null, `failure_subject` text null, `frame_size` integer null, `frame_hash` text null, `drawn` integer null, `created_at` datetime not null, `created_by` text not null, `drawn_at` datetime null, `closed_at` datetime null, `purged_at` datetime null)");
    this.addSql("create index `surveys_status` on `surveys` (`status`)");
    this.addSql("create unique index `surveys_number` on `surveys` (`number`)");
    this.addSql("create table `survey_answers` (`id` text not null primary key, `survey_id` text not null, `ordinal` integer not null, `outcome` text not null, `trips` integer null, `level` integer null, `causes` json not null)");
    this.addSql("create index `survey_answers_survey` on `survey_answers` (`survey_id`, `ordinal`)");
    this.addSql("create table `survey_calls` (`survey_id` text not null, `no` integer not null, `ordinal` integer not null, `case_number` text not null, `person_id` text not null, `answer_id` text null, `outcome` text null, primary key (`survey_id`, `no`))");
    this.addSql("create table `survey_frame_cases` (`survey_id` text not null, `number` text not null, `ordinal` integer not null, primary key (`survey_id`, `number`))");
    this.addSql("create table `survey_strata` (`survey_id` text not null, `ordinal` integer not null, `key` text not null, `matter_id` text not null, `matter_code` text not null, `matter_name` text not null, `department_id` text not null, `place` text not null, `population` integer not null, `drawn` integer not null, primary key (`survey_id`, `ordinal`))");
  }
}
