import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000019_volume_revisions extends Migration {
  override up(): void {
    this.addSql("create table `volume_revisions` (`id` int unsigned not null, `revision` int not null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
  }
}
