import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000007_unused_files extends Migration {
  override up(): void {
    this.addSql("alter table `catalog_files` add column `unused_since` datetime null");
  }
}
