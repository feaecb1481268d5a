import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000002_volumes extends Migration {
  override up(): void {
    this.addSql("create table `frequency_rules` (`id` varchar(36) not null, `joint_rule` varchar(20) not null, `with_instant` tinyint(1) not null, `audiences` json not null, `reason` varchar(500) not null, `set_by` varchar(120) not null, `recorded_at` datetime(3) not null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("create table `frozen_sets` (`number` int unsigned not null, `year` int not null, `replaces` int null, `reason` varchar(500) null, `first_month` varchar(7) not null, `last_month` varchar(7) not null, `total` int not null, `set_size` int not null, `matters` int not null, `document` mediumtext not null, `digest` varchar(64) not null, `key_id` varchar(16) not null, `public_key` varchar(400) not null, `signature` varchar(100) not null, `frozen_by` varchar(120) not null, `frozen_at` datetime(3) not null, primary key (`number`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `frozen_sets` add index `frozen_sets_year` (`year`, `number`)");
    this.addSql("create table `volume_choices` (`id` varchar(36) not null, `matter_id` varchar(36) not null, `month` varchar(7) null, `take` varchar(40) not null, `reason` varchar(500) not null, `chosen_by` varchar(120) not null, `recorded_at` datetime(3) not null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `volume_choices` add index `volume_choices_matter` (`matter_id`, `month`, `id`)");
    this.addSql("create table `volume_entries` (`id` varchar(36) not null, `matter_id` varchar(36) not null, `month` varchar(7) not null, `source` varchar(40) not null, `turn` int not null, `cases` int not null, `evidence` varchar(500) not null, `reason` varchar(300) null, `replaces` varchar(36) null, `department_id` varchar(36) not null, `reported_by` varchar(120) not null, `recorded_at` datetime(3) not null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `volume_entries` add index `volume_entries_month` (`month`, `matter_id`, `id`)");
    this.addSql("alter table `volume_entries` add unique `volume_entries_turn_unique` (`matter_id`, `month`, `source`, `turn`)");
    this.addSql("create table `volume_sources` (`code` varchar(40) not null, `name` varchar(80) not null, `client_id` varchar(36) null, `note` varchar(300) not null, `created_by` varchar(120) not null, `created_at` datetime(3) not null, primary key (`code`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
  }
}
