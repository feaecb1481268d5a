import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000025_reform_policies extends Migration {
  override up(): void {
    this.addSql("create table `reform_policies` (`id` varchar(36) not null, `title` varchar(200) not null, `number` varchar(80) not null, `issued_on` varchar(10) null, `level` varchar(12) not null, `address` varchar(500) null, `is_public` tinyint(1) not null, `revision` int not null, `updated_at` datetime(3) not null, `updated_by` varchar(120) not null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
  }
}
