import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000006_programme extends Migration {
  override up(): void {
    this.addSql("create table `accountability_cases` (`id` text not null primary key, `task_id` text not null, `department_id` text not null, `title` text not null, `status` text not null, `measure` text null, `reply_by` text not null, `revision` integer not null, `opened_at` datetime not null)");
    this.addSql("create unique index `accountability_cases_task` on `accountability_cases` (`task_id`)");
    this.addSql("create table `accountability_entries` (`case_id` text not null, `seq` integer not null, `action` text not null, `text` text not null, `at` datetime not null, `by` text not null, primary key (`case_id`, `seq`))");
    this.addSql("create table `department_scores` (`year` integer not null, `department_id` text not null, `total` integer null, `judged_weight` integer not null, `parts` json not null, `evidence` json not null, primary key (`year`, `department_id`))");
    this.addSql("create table `inspections` (`id` text not null primary key, `title` text not null, `basis` text not null, `first_day` text not null, `last_day` text not null, `status` text not null, `created_at` datetime not null, `created_by` text not null)");
    this.addSql("create table `programme_stages` (`id` text not null primary key, `title` text not null, `goal` text not null, `owner` text not null, `first_day` text not null, `last_day` text not null, `done_on` text null, `targets` json not null, `revision` integer not null, `updated_at` datetime not null, `updated_by` text not null)");
    this.addSql("create table `reform_tasks` (`id` text not null primary key, `kind` text not null, `stage_id` text null, `inspection_id` text null, `department_id` text not null, `title` text not null, `demand` text not null, `target` text null, `due_on` text not null, `status` text not null, `first_answered_on` text null, `revision` integer not null, `created_at` datetime not null)");
    this.addSql("create index `reform_tasks_due` on `reform_tasks` (`due_on`, `id`)");
    this.addSql("create index `reform_tasks_department` on `reform_tasks` (`department_id`, `due_on`, `id`)");
    this.addSql("create index `reform_tasks_inspection` on `reform_tasks` (`inspection_id`)");
    this.addSql("create table `reform_task_files` (`id` text not null primary key, `task_id` text not null, `name` text not null, `type` text not null, `size` integer not null, `blob_id` text not null, `created_at` datetime not null)");
    this.addSql("create index `reform_task_files_task` on `reform_task_files` (`task_id`)");
    this.addSql("create table `reform_task_steps` (`task_id` text not null, `seq` integer not null, `action` text not null, `text` text null, `at` datetime not null, `by` text not null, primary key (`task_id`, `seq`))");
    this.addSql("create table `score_formulas` (`version` integer not null primary key, `weights` json not null, `reason` text not null, `at` datetime not null, `by` text not null)");
    this.addSql("create table `score_years` (`year` integer not null primary key, `formula_version` integer not null, `ordered_at` datetime not null, `computed_at` datetime null, `published_at` datetime null)");
    this.addSql("pragma foreign_keys = off");
    this.addSql("create table `ratings__temp_alter` (`case_id` text not null primary key, `matter_id` text not null, `level` integer null, `tags` json not null, `text` text null, `trips` integer null, `trip_cause` text check (`trip_cause` in ('missing-material', 'system', 'office-closed', 'several-stamps', 'collection', 'other')) null, `is_bad` integer not null, `rated_at` datetime null, `dismissed_at` datetime null, `updated_at` datetime not null)");
    this.addSql("insert into `ratings__temp_alter` select `case_id`, `matter_id`, `level`, `tags`, `text`, `trips`, `trip_cause`, `is_bad`, `rated_at`, `dismissed_at`, `updated_at` from `ratings`");
    this.addSql("drop table `ratings`");
    this.addSql("alter table `ratings__temp_alter` rename to `ratings`");
    this.addSql("create index `ratings_matter` on `ratings` (`matter_id`, `rated_at`)");
    this.addSql("pragma foreign_keys = on");
    this.addSql("pragma foreign_keys = off");
    this.addSql("create table `visit_answers__temp_alter` (`case_id` text not null primary key, `person_id` text not null, `trips` integer not null, `cause` text check (`cause` in ('missing-material', 'system', 'office-closed', 'several-stamps', 'collection', 'other')) null, `at` datetime not null)");
    this.addSql("insert into `visit_answers__temp_alter` select `case_id`, `person_id`, `trips`, `cause`, `at` from `visit_answers`");
    this.addSql("drop table `visit_answers`");
    this.addSql("alter table `visit_answers__temp_alter` rename to `visit_answers`");
    this.addSql("pragma foreign_keys = on");
  }
}
