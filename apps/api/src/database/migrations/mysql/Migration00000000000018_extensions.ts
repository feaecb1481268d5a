import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000018_extensions extends Migration {
  override up(): void {
    this.addSql("alter table `cases` add `open_extension` json null, add `extension_asked_of` varchar(36) null");
    this.addSql("alter table `cases` add index `cases_extension_asked` (`extension_asked_of`, `inbox_order`, `id`)");
  }
}
