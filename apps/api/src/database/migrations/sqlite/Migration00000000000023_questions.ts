import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000023_questions extends Migration {
  override up(): void {
    this.addSql("create table `questions` (`id` text not null primary key, `text_sealed` text not null, `contact_sealed` text null, `person_id` text null, `matter_code` text null, `matter_version` integer null, `department_id` text null, `token_hash` text not null, `asked_at` datetime not null, `answer` text null, `answered_at` datetime null, `answered_by_id` text null)");
    this.addSql("create unique index `questions_token_hash_unique` on `questions` (`token_hash`)");
    this.addSql("create index `questions_department` on `questions` (`department_id`, `answered_at`, `id`)");
  }
}
