import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000009_programme extends Migration {
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
  }
}
