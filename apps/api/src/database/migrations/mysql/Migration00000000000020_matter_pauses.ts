import { Migration } from '@mikro-orm/migrations';

/**
 * Made from the entities by `node scripts/make-migration.ts`; by hand the statement that carries over what is paused, since
 * the day (of UTC+8) that its audit entry was written.
 */
export class Migration00000000000020_matter_pauses extends Migration {
  override up(): void {
    this.addSql("create table `matter_pauses` (`id` varchar(36) not null, `matter_id` varchar(36) not null, `started_on` varchar(10) not null, `ended_on` varchar(10) null, `expected_until` varchar(10) null, `reason` varchar(300) not null, `started_by` varchar(80) not null, `ended_by` varchar(80) null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `matter_pauses` add index `matter_pauses_matter` (`matter_id`, `started_on`)");
    this.addSql("insert into `matter_pauses` (`id`, `matter_id`, `started_on`, `ended_on`, `expected_until`, `reason`, `started_by`, `ended_by`) select m.`id`, m.`id`, coalesce((select date_format(date_add(max(a.`at`), interval 8 hour), '%Y-%m-%d') from `audit_entries` a where a.`chain` = concat('matter:', m.`id`) and a.`action` = 'catalog.pause-matter'), date_format(utc_timestamp(), '%Y-%m-%d')), null, m.`paused_until`, m.`paused_reason`, '', null from `matters` m where m.`paused_reason` is not null");
    this.addSql("alter table `matters` drop column `paused_reason`, drop column `paused_until`");
  }
}
