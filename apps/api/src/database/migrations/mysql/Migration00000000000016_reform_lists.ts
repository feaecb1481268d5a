import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000016_reform_lists extends Migration {
  override up(): void {
    this.addSql("alter table `case_trips` add index `case_trips_month` (`month`, `case_id`)");
    this.addSql("alter table `visits` add index `visits_slot` (`slot`, `place_id`, `started_at`, `id`)");
  }
}
