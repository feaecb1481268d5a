import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000024_tracking extends Migration {
  override up(): void {
    this.addSql("alter table `cases` add column `track_hash` text null");
    this.addSql("create unique index `cases_track` on `cases` (`track_hash`)");
  }
}
