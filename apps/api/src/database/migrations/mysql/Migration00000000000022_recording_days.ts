import { Migration } from '@mikro-orm/migrations';

/**
 * Made from the entities by `node scripts/make-migration.ts`; by hand the statements that give events and counters of
 * before their days (of UTC+8): what was recorded after its month moves to a counter of its own.
 */
export class Migration00000000000022_recording_days extends Migration {
  override up(): void {
    this.addSql("alter table `case_counters` drop primary key");
    this.addSql("alter table `case_counters` add `recorded_on` varchar(10) not null default ''");
    this.addSql("alter table `case_counters` add primary key (`matter_id`, `month`, `measure`, `recorded_on`)");
    this.addSql("alter table `case_events` add `recorded_on` varchar(10) null");
    this.addSql("update `case_events` set `recorded_on` = date_format(date_add(`at`, interval 8 hour), '%Y-%m-%d') where `type` in ('accepted', 'voided', 'removed') and substr(`counted_on`, 1, 7) < substr(date_format(date_add(`at`, interval 8 hour), '%Y-%m-%d'), 1, 7)");
    this.addSql("insert into `case_counters` (`matter_id`, `month`, `measure`, `recorded_on`, `value`) select c.`matter_id`, substr(e.`counted_on`, 1, 7), e.`type`, '', -count(*) from `case_events` e join `cases` c on c.`id` = e.`case_id` where e.`recorded_on` is not null and e.`pending` is null group by c.`matter_id`, substr(e.`counted_on`, 1, 7), e.`type` on duplicate key update `value` = `case_counters`.`value` + values(`value`)");
    this.addSql("insert into `case_counters` (`matter_id`, `month`, `measure`, `recorded_on`, `value`) select c.`matter_id`, substr(e.`counted_on`, 1, 7), e.`type`, e.`recorded_on`, count(*) from `case_events` e join `cases` c on c.`id` = e.`case_id` where e.`recorded_on` is not null and e.`pending` is null group by c.`matter_id`, substr(e.`counted_on`, 1, 7), e.`type`, e.`recorded_on`");
  }
}
