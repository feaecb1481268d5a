import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000012_handbooks extends Migration {
  override up(): void {
    this.addSql("create table `handbooks` (`matter_id` varchar(36) not null, `body` text not null, `pass_mark` int not null, `questions` json not null, `revision` int not null, `updated_at` datetime(3) not null, `updated_by` varchar(120) not null, primary key (`matter_id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("create table `training_records` (`id` varchar(36) not null, `matter_id` varchar(36) not null, `person_id` varchar(36) not null, `revision` int not null, `right` int not null, `of` int not null, `is_passed` tinyint(1) not null, `at` datetime(3) not null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `training_records` add index `training_records_matter_person` (`matter_id`, `person_id`)");
  }
}
