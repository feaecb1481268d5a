import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000005_trips extends Migration {
  override up(): void {
    this.addSql("create table `arrival_counters` (`place_id` varchar(36) not null, `slot` varchar(12) not null, `value` int not null, primary key (`place_id`, `slot`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("create table `arrival_marks` (`id` varchar(36) not null, `place_id` varchar(36) not null, `slot` varchar(12) not null, `delta` int not null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("create table `arrivals` (`id` varchar(36) not null, `visit_id` varchar(36) not null, `person_id` varchar(36) null, `place_id` varchar(36) not null, `at` datetime(3) not null, `kind` enum('counter','office','collection','kiosk','locker') not null, `reason` varchar(24) null, `case_id` varchar(36) null, `matter_id` varchar(36) null, `source` enum('staff','system','notice') not null, `reference` varchar(120) null, `notice_number` varchar(24) null, `recorded_by` varchar(36) null, `recorded_at` datetime(3) not null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `arrivals` add index `arrivals_visit` (`visit_id`)");
    this.addSql("alter table `arrivals` add index `arrivals_person` (`person_id`, `matter_id`, `case_id`)");
    this.addSql("alter table `arrivals` add index `arrivals_noted` (`place_id`, `source`, `recorded_at`, `id`)");
    this.addSql("alter table `arrivals` add unique `arrivals_reference` (`reference`)");
    this.addSql("alter table `arrivals` add unique `arrivals_notice` (`notice_number`)");
    this.addSql("create table `case_trips` (`id` varchar(36) not null, `case_id` varchar(36) not null, `matter_id` varchar(36) not null, `month` varchar(7) not null, `declared` int null, `trips2017` int null, `trips2019` int null, `is_disputed` tinyint(1) not null, `used_kiosk` tinyint(1) not null, `causes` varchar(100) not null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `case_trips` add index `case_trips_matter` (`matter_id`, `month`, `case_id`)");
    this.addSql("alter table `case_trips` add index `case_trips_disputed` (`is_disputed`, `month`, `case_id`)");
    this.addSql("alter table `case_trips` add unique `case_trips_case` (`case_id`)");
    this.addSql("create table `trip_counters` (`matter_id` varchar(36) not null, `month` varchar(7) not null, `declared` int unsigned not null, `measure` varchar(30) not null, `value` int not null, primary key (`matter_id`, `month`, `declared`, `measure`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `trip_counters` add index `trip_counters_month` (`month`)");
    this.addSql("create table `trip_marks` (`id` varchar(36) not null, `case_id` varchar(36) not null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `ratings` add `trip_cause` enum('missing-material','system','office-closed','several-stamps','collection','other') null");
    this.addSql("alter table `visits` add `slot` varchar(12) null");
    this.addSql("alter table `visit_answers` add `cause` enum('missing-material','system','office-closed','several-stamps','collection','other') null");
  }
}
