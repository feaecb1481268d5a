import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000019_volume_revisions extends Migration {
  override up(): void {
    this.addSql("create table `volume_revisions` (`id` integer not null primary key, `revision` integer not null)");
  }
}
