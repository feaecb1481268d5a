import { Migration } from '@mikro-orm/migrations';

/**
 * Made from the entities by `node scripts/make-migration.ts`; by hand the copy of `case_counters`, as SQLite
 * knows no other way to another key, and the statements that give events and counters of
 * before their days (of UTC+8): what was recorded after its month moves to a counter of its own.
 */
export class Migration00000000000022_recording_days extends Migration {
  override up(): void {
    this.addSql("create table `case_counters__temp` (`matter_id` text not null, `month` text not null, `measure` text not null, `recorded_on` text not null default '', `value` integer not null, primary key (`matter_id`, `month`, `measure`, `recorded_on`))");
    this.addSql("insert into `case_counters__temp` (`matter_id`, `month`, `measure`, `value`) select `matter_id`, `month`, `measure`, `value` from `case_counters`");
    this.addSql("drop table `case_counters`");
    this.addSql("alter table `case_counters__temp` rename to `case_counters`");
    this.addSql("create index `case_counters_measure_month` on `case_counters` (`measure`, `month`)");
    this.addSql("alter table `case_events` add column `recorded_on` text null");
    this.addSql("update `case_events` set `recorded_on` = date(`at` / 1000 + 28800, 'unixepoch') where `type` in ('accepted', 'voided', 'removed') and substr(`counted_on`, 1, 7) < substr(date(`at` / 1000 + 28800, 'unixepoch'), 1, 7)");
    this.addSql("insert into `case_counters` (`matter_id`, `month`, `measure`, `recorded_on`, `value`) select c.`matter_id`, substr(e.`counted_on`, 1, 7), e.`type`, '', -count(*) from `case_events` e join `cases` c on c.`id` = e.`case_id` where e.`recorded_on` is not null and e.`pending` is null group by c.`matter_id`, substr(e.`counted_on`, 1, 7), e.`type` on conflict (`matter_id`, `month`, `measure`, `recorded_on`) do update set `value` = `value` + excluded.`value`");
    this.addSql("insert into `case_counters` (`matter_id`, `month`, `measure`, `recorded_on`, `value`) select c.`matter_id`, substr(e.`counted_on`, 1, 7), e.`type`, e.`recorded_on`, count(*) from `case_events` e join `cases` c on c.`id` = e.`case_id` where e.`recorded_on` is not null and e.`pending` is null group by c.`matter_id`, substr(e.`counted_on`, 1, 7), e.`type`, e.`recorded_on`");
  }
}
