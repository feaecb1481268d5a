import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000014_deputies extends Migration {
  override up(): void {
    this.addSql("create table `post_deputies` (`id` varchar(36) not null, `department_id` varchar(36) not null, `absent_id` varchar(36) not null, `deputy_id` varchar(36) not null, `from_day` varchar(10) not null, `until_day` varchar(10) not null, `named_by` varchar(120) not null, `named_at` datetime(3) not null, `ended_at` datetime(3) null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `post_deputies` add index `post_deputies_absent` (`absent_id`, `until_day`)");
    this.addSql("alter table `post_deputies` add index `post_deputies_deputy` (`deputy_id`, `until_day`)");
    this.addSql("alter table `post_deputies` add index `post_deputies_department` (`department_id`, `until_day`)");
  }
}
