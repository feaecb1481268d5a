import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000018_extensions extends Migration {
  override up(): void {
    this.addSql("alter table `cases` add column `open_extension` json null");
    this.addSql("alter table `cases` add column `extension_asked_of` text null");
    this.addSql("create index `cases_extension_asked` on `cases` (`extension_asked_of`, `inbox_order`, `id`)");
  }
}
