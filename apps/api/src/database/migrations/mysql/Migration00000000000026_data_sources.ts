import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000026_data_sources extends Migration {
  override up(): void {
    this.addSql("create table `data_sources` (`id` varchar(36) not null, `name` varchar(100) not null, `name_en` varchar(200) not null, `department_id` varchar(36) not null, `gives` varchar(500) not null, `basis` varchar(300) not null, `live_from` varchar(10) not null, `live_until` varchar(10) null, `revision` int not null, `updated_at` datetime(3) not null, `updated_by` varchar(120) not null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `data_sources` add unique `data_sources_name` (`name`, `live_from`)");
  }
}
