import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000023_questions extends Migration {
  override up(): void {
    this.addSql("create table `questions` (`id` varchar(36) not null, `text_sealed` text not null, `contact_sealed` text null, `person_id` varchar(36) null, `matter_code` varchar(40) null, `matter_version` int null, `department_id` varchar(36) null, `token_hash` varchar(43) not null, `asked_at` datetime(3) not null, `answer` varchar(1000) null, `answered_at` datetime(3) null, `answered_by_id` varchar(36) null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `questions` add unique `questions_token_hash_unique` (`token_hash`)");
    this.addSql("alter table `questions` add index `questions_department` (`department_id`, `answered_at`, `id`)");
  }
}
