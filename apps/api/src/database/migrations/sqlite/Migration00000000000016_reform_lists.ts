import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000016_reform_lists extends Migration {
  override up(): void {
    this.addSql("create index `case_trips_month` on `case_trips` (`month`, `case_id`)");
    this.addSql("create index `visits_slot` on `visits` (`slot`, `place_id`, `started_at`, `id`)");
  }
}
