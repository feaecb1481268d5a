import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000005_trips extends Migration {
  override up(): void {
    this.addSql("create table `arrival_counters` (`place_id` text not null, `slot` text not null, `value` integer not null, primary key (`place_id`, `slot`))");
    this.addSql("create table `arrival_marks` (`id` text not null primary key, `place_id` text not null, `slot` text not null, `delta` integer not null)");
    this.addSql("create table `arrivals` (`id` text not null primary key, `visit_id` text not null, `person_id` text null, `place_id` text not null, `at` datetime not null, `kind` text check (`kind` in ('counter', 'office', 'collection', 'kiosk', 'locker')) not null, `reason` text null, `case_id` text null, `matter_id` text null, `source` text check (`source` in ('staff', 'system', 'notice')) not null, `reference` text null, `notice_number` text null, `recorded_by` text null, `recorded_at` datetime not null)");
    this.addSql("create index `arrivals_visit` on `arrivals` (`visit_id`)");
    this.addSql("create index `arrivals_person` on `arrivals` (`person_id`, `matter_id`, `case_id`)");
    this.addSql("create index `arrivals_noted` on `arrivals` (`place_id`, `source`, `recorded_at`, `id`)");
    this.addSql("create unique index `arrivals_reference` on `arrivals` (`reference`)");
    this.addSql("create unique index `arrivals_notice` on `arrivals` (`notice_number`)");
    this.addSql("create table `case_trips` (`id` text not null primary key, `case_id` text not null, `matter_id` text not null, `month` text not null, `declared` integer null, `trips2017` integer null, `trips2019` integer null, `is_disputed` integer not null, `used_kiosk` integer not null, `causes` text not null)");
    this.addSql("create index `case_trips_matter` on `case_trips` (`matter_id`, `month`, `case_id`)");
    this.addSql("create index `case_trips_disputed` on `case_trips` (`is_disputed`, `month`, `case_id`)");
    this.addSql("create unique index `case_trips_case` on `case_trips` (`case_id`)");
    this.addSql("create table `trip_counters` (`matter_id` text not null, `month` text not null, `declared` integer not null, `measure` text not null, `value` integer not null, primary key (`matter_id`, `month`, `declared`, `measure`))");
    this.addSql("create index `trip_counters_month` on `trip_counters` (`month`)");
    this.addSql("create table `trip_marks` (`id` text not null primary key, `case_id` text not null)");
    this.addSql("pragma foreign_keys = off");
    this.addSql("create table `ratings__temp_alter` (`case_id` text not null primary key, `matter_id` text not null, `level` integer null, `tags` json not null, `text` text null, `trips` integer null, `trip_cause` text null, `is_bad` integer not null, `rated_at` datetime null, `dismissed_at` datetime null, `updated_at` datetime not null)");
    this.addSql("insert into `ratings__temp_alter` select `case_id`, `matter_id`, `level`, `tags`, `text`, `trips`, null as `trip_cause`, `is_bad`, `rated_at`, `dismissed_at`, `updated_at` from `ratings`");
    this.addSql("drop table `ratings`");
    this.addSql("alter table `ratings__temp_alter` rename to `ratings`");
    this.addSql("create index `ratings_matter` on `ratings` (`matter_id`, `rated_at`)");
    this.addSql("pragma foreign_keys = on");
    this.addSql("alter table `visits` add column `slot` text null");
    this.addSql("pragma foreign_keys = off");
    this.addSql("create table `visit_answers__temp_alter` (`case_id` text not null primary key, `person_id` text not null, `trips` integer not null, `cause` text null, `at` datetime not null)");
    this.addSql("insert into `visit_answers__temp_alter` select `case_id`, `person_id`, `trips`, null as `cause`, `at` from `visit_answers`");
    this.addSql("drop table `visit_answers`");
    this.addSql("alter table `visit_answers__temp_alter` rename to `visit_answers`");
    this.addSql("pragma foreign_keys = on");
  }
}
