import { Migration } from '@mikro-orm/migrations';

/**
 * Made from the entities by `node scripts/make-migration.ts`; by hand the statement that carries over what is paused, since
 * the day (of UTC+8) that its audit entry was written.
 */
export class Migration00000000000020_matter_pauses extends Migration {
  override up(): void {
    this.addSql("create table `matter_pauses` (`id` text not null primary key, `matter_id` text not null, `started_on` text not null, `ended_on` text null, `expected_until` text null, `reason` text not null, `started_by` text not null, `ended_by` text null)");
    this.addSql("create index `matter_pauses_matter` on `matter_pauses` (`matter_id`, `started_on`)");
    this.addSql("insert into `matter_pauses` (`id`, `matter_id`, `started_on`, `ended_on`, `expected_until`, `reason`, `started_by`, `ended_by`) select m.`id`, m.`id`, coalesce((select date(max(a.`at`) / 1000 + 28800, 'unixepoch') from `audit_entries` a where a.`chain` = 'matter:' || m.`id` and a.`action` = 'catalog.pause-matter'), date('now')), null, m.`paused_until`, m.`paused_reason`, '', null from `matters` m where m.`paused_reason` is not null");
    this.addSql("alter table `matters` drop column `paused_reason`");
    this.addSql("alter table `matters` drop column `paused_until`");
  }
}
