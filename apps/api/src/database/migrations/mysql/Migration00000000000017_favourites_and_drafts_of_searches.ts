import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000017_favourites_and_drafts_of_searches extends Migration {
  override up(): void {
    this.addSql("create table `favourites` (`person_id` varchar(36) not null, `matter_id` varchar(36) not null, `added_at` datetime(3) not null, primary key (`person_id`, `matter_id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `search_misses` add `draft_id` varchar(36) null");
  }
}
