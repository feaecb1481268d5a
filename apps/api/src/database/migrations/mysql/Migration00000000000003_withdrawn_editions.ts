import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000003_withdrawn_editions extends Migration {
  override up(): void {
    this.addSql("alter table `power_editions` add `withdrawn_at` datetime(3) null, add `withdrawn_by` varchar(120) null, add `withdrawn_reason` varchar(500) null");
  }
}
