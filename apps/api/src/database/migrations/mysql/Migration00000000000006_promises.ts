import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000006_promises extends Migration {
  override up(): void {
    this.addSql("create table `baseline_figures` (`id` varchar(36) not null, `matter_id` varchar(36) not null, `on_day` varchar(10) not null, `counts` json not null, `evidence` varchar(500) not null, `reason` varchar(300) null, `replaces_id` varchar(36) null, `recorded_at` datetime(3) not null, `recorded_by` varchar(80) not null, `recorded_by_name` varchar(120) not null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `baseline_figures` add unique `baseline_figures_replaces_id_unique` (`replaces_id`)");
    this.addSql("alter table `baseline_figures` add index `baseline_figures_matter_day` (`matter_id`, `on_day`, `recorded_at`)");
    this.addSql("create table `guide_proposals` (`id` varchar(36) not null, `matter_id` varchar(36) not null, `code` varchar(40) not null, `department_id` varchar(36) not null, `kind` varchar(20) not null, `item` varchar(80) not null, `item_name` varchar(200) not null, `state` varchar(10) not null, `open_key` varchar(120) null, `cases` int not null, `received_cases` int not null, `saved_trips` int not null, `is_measured` tinyint(1) not null, `proposed_on` varchar(10) not null, `decided_on` varchar(10) null, `decided_by` varchar(120) null, `reason` varchar(500) null, `draft_id` varchar(36) null, `published_on` varchar(10) null, `rates` json null, `revision` int not null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `guide_proposals` add unique `guide_proposals_open_key_unique` (`open_key`)");
    this.addSql("alter table `guide_proposals` add index `guide_proposals_matter` (`matter_id`)");
    this.addSql("alter table `guide_proposals` add index `guide_proposals_state_cases` (`state`, `cases`, `id`)");
    this.addSql("create table `matter_health` (`id` varchar(36) not null, `run_id` varchar(36) not null, `matter_id` varchar(36) not null, `code` varchar(40) not null, `department_id` varchar(36) not null, `on_day` varchar(10) not null, `state` varchar(10) not null, `previous` varchar(10) null, `weight` int not null, `reasons` json not null, `figures` json not null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `matter_health` add index `matter_health_run_weight` (`run_id`, `weight`, `code`)");
    this.addSql("alter table `matter_health` add index `matter_health_matter_day` (`matter_id`, `on_day`)");
    this.addSql("alter table `matter_health` add unique `matter_health_run_matter` (`run_id`, `matter_id`)");
    this.addSql("create table `promise_findings` (`id` varchar(36) not null, `run_id` varchar(36) not null, `matter_id` varchar(36) not null, `reason` varchar(20) not null, `case_id` varchar(36) not null, `case_number` varchar(40) not null, `on_day` varchar(10) not null, `detail` varchar(200) null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `promise_findings` add index `promise_findings_place` (`run_id`, `matter_id`, `reason`, `on_day`, `id`)");
    this.addSql("create table `promise_runs` (`id` varchar(36) not null, `state` varchar(10) not null, `open_key` varchar(10) null, `on_day` varchar(10) not null, `started_at` datetime(3) not null, `moved_at` datetime(3) not null, `ended_at` datetime(3) null, `started_by` varchar(120) not null, `done` int not null, `total` int not null, `cases` int not null, `last_code` varchar(40) not null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `promise_runs` add unique `promise_runs_open_key_unique` (`open_key`)");
    this.addSql("alter table `promise_runs` add index `promise_runs_state_started` (`state`, `started_at`)");
  }
}
