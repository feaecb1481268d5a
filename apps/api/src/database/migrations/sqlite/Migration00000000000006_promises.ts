import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000006_promises extends Migration {
  override up(): void {
    this.addSql("create table `baseline_figures` (`id` text not null primary key, `matter_id` text not null, `on_day` text not null, `counts` json not null, `evidence` text not null, `reason` text null, `replaces_id` text null, `recorded_at` datetime not null, `recorded_by` text not null, `recorded_by_name` text not null)");
    this.addSql("create unique index `baseline_figures_replaces_id_unique` on `baseline_figures` (`replaces_id`)");
    this.addSql("create index `baseline_figures_matter_day` on `baseline_figures` (`matter_id`, `on_day`, `recorded_at`)");
    this.addSql("create table `guide_proposals` (`id` text not null primary key, `matter_id` text not null, `code` text not null, `department_id` text not null, `kind` text not null, `item` text not null, `item_name` text not null, `state` text not null, `open_key` text null, `cases` integer not null, `received_cases` integer not null, `saved_trips` integer not null, `is_measured` integer not null, `proposed_on` text not null, `decided_on` text null, `decided_by` text null, `reason` text null, `draft_id` text null, `published_on` text null, `rates` json null, `revision` integer not null)");
    this.addSql("create unique index `guide_proposals_open_key_unique` on `guide_proposals` (`open_key`)");
    this.addSql("create index `guide_proposals_matter` on `guide_proposals` (`matter_id`)");
    this.addSql("create index `guide_proposals_state_cases` on `guide_proposals` (`state`, `cases`, `id`)");
    this.addSql("create table `matter_health` (`id` text not null primary key, `run_id` text not null, `matter_id` text not null, `code` text not null, `department_id` text not null, `on_day` text not null, `state` text not null, `previous` text null, `weight` integer not null, `reasons` json not null, `figures` json not null)");
    this.addSql("create index `matter_health_run_weight` on `matter_health` (`run_id`, `weight`, `code`)");
    this.addSql("create index `matter_health_matter_day` on `matter_health` (`matter_id`, `on_day`)");
    this.addSql("create unique index `matter_health_run_matter` on `matter_health` (`run_id`, `matter_id`)");
    this.addSql("create table `promise_findings` (`id` text not null primary key, `run_id` text not null, `matter_id` text not null, `reason` text not null, `case_id` text not null, `case_number` text not null, `on_day` text not null, `detail` text null)");
    this.addSql("create index `promise_findings_place` on `promise_findings` (`run_id`, `matter_id`, `reason`, `on_day`, `id`)");
    this.addSql("create table `promise_runs` (`id` text not null primary key, `state` text not null, `open_key` text null, `on_day` text not null, `started_at` datetime not null, `moved_at` datetime not null, `ended_at` datetime null, `started_by` text not null, `done` integer not null, `total` integer not null, `cases` integer not null, `last_code` text not null)");
    this.addSql("create unique index `promise_runs_open_key_unique` on `promise_runs` (`open_key`)");
    this.addSql("create index `promise_runs_state_started` on `promise_runs` (`state`, `started_at`)");
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
