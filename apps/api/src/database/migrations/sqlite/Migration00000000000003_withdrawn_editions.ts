import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000003_withdrawn_editions extends Migration {
  override up(): void {
    this.addSql("alter table `power_editions` add column `withdrawn_at` datetime null");
    this.addSql("alter table `power_editions` add column `withdrawn_by` text null");
    this.addSql("alter table `power_editions` add column `withdrawn_reason` text null");
  }
}
