import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000014_deputies extends Migration {
  override up(): void {
    this.addSql("create table `post_deputies` (`id` text not null primary key, `department_id` text not null, `absent_id` text not null, `deputy_id` text not null, `from_day` text not null, `until_day` text not null, `named_by` text not null, `named_at` datetime not null, `ended_at` datetime null)");
    this.addSql("create index `post_deputies_absent` on `post_deputies` (`absent_id`, `until_day`)");
    this.addSql("create index `post_deputies_deputy` on `post_deputies` (`deputy_id`, `until_day`)");
    this.addSql("create index `post_deputies_department` on `post_deputies` (`department_id`, `until_day`)");
  }
}
