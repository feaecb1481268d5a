import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000024_tracking extends Migration {
  override up(): void {
    this.addSql("alter table `cases` add `track_hash` varchar(43) null");
    this.addSql("alter table `cases` add unique `cases_track` (`track_hash`)");
  }
}
