import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000017_favourites_and_drafts_of_searches extends Migration {
  override up(): void {
    this.addSql("create table `favourites` (`person_id` text not null, `matter_id` text not null, `added_at` datetime not null, primary key (`person_id`, `matter_id`))");
    this.addSql("alter table `search_misses` add column `draft_id` text null");
  }
}
