import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000008_targets extends Migration {
  override up(): void {
    this.addSql("create table `matter_exclusions` (`id` varchar(36) not null, `code` varchar(40) not null, `open_key` varchar(40) null, `department_id` varchar(36) not null, `reason` varchar(40) not null, `evidence` varchar(1000) not null, `status` varchar(20) not null, `requested_by` varchar(80) not null, `requested_by_name` varchar(120) not null, `requested_at` datetime(3) not null, `approver` varchar(120) null, `from_day` varchar(10) null, `review_on` varchar(10) not null, `ended_on` varchar(10) null, `note` varchar(500) not null, `revision` int not null, `updated_at` datetime(3) not null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `matter_exclusions` add unique `matter_exclusions_open_key_unique` (`open_key`)");
    this.addSql("alter table `matter_exclusions` add index `matter_exclusions_status` (`status`, `id`)");
    this.addSql("create table `target_records` (`id` varchar(36) not null, `kind` varchar(30) not null, `made_on` varchar(10) not null, `title` varchar(200) not null, `receipt` varchar(200) not null, `recorded_at` datetime(3) not null, `recorded_by` varchar(120) not null, `withdrawn_at` datetime(3) null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("create table `target_versions` (`key` varchar(40) not null, `version` int unsigned not null, `definition` json not null, `is_retired` tinyint(1) not null, `reason` varchar(500) not null, `recorded_at` datetime(3) not null, `recorded_by` varchar(120) not null, primary key (`key`, `version`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
  }
}
