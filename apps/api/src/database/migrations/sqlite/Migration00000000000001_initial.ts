import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000001_initial extends Migration {
  override up(): void {
    this.addSql("create table `audit_anchors` (`id` text not null primary key, `day` text not null, `at` datetime not null, `heads` integer not null, `heads_digest` text not null, `previous_digest` text not null, `digest` text not null, `key_id` text not null, `signature` text not null)");
    this.addSql("create unique index `audit_anchors_day_unique` on `audit_anchors` (`day`)");
    this.addSql("create table `audit_anchor_heads` (`anchor_id` text not null, `chain` text not null, `seq` integer not null, `hash` text not null, primary key (`anchor_id`, `chain`))");
    this.addSql("create table `audit_entries` (`id` text not null primary key, `chain` text not null, `seq` integer not null, `previous_hash` text not null, `hash` text not null, `at` datetime not null, `kind` text not null, `actor` text not null, `role` text not null, `action` text not null, `target` text not null, `outcome` text not null, `address` text not null, `request_id` text not null, `before` text null, `after` text null, `sealed` text null)");
    this.addSql("create index `audit_entries_actor` on `audit_entries` (`actor`, `id`)");
    this.addSql("create index `audit_entries_target` on `audit_entries` (`target`, `id`)");
    this.addSql("create unique index `audit_entries_chain_seq` on `audit_entries` (`chain`, `seq`)");
    this.addSql("create table `blobs` (`id` text not null primary key, `size` integer not null, `sha256` text not null, `media_type` text not null, `wrapped_key` text not null, `key_id` text not null, `is_kept` integer not null, `created_at` datetime not null)");
    this.addSql("create index `blobs_kept` on `blobs` (`is_kept`, `created_at`)");
    this.addSql("create index `blobs_key` on `blobs` (`key_id`)");
    this.addSql("create table `command_keys` (`id` text not null primary key, `command` text not null, `input_hash` text not null, `answer` json null, `created_at` datetime not null)");
    this.addSql("create index `command_keys_created_at` on `command_keys` (`created_at`)");
    this.addSql("create table `jobs` (`id` text not null primary key, `kind` text not null, `payload` json not null, `state` text not null, `available_at` datetime not null, `attempts` integer not null, `lease_token` text null, `lease_until` datetime null, `dedupe_key` text null, `last_error` text null, `created_at` datetime not null, `ended_at` datetime null)");
    this.addSql("create index `jobs_state_available` on `jobs` (`state`, `available_at`)");
    this.addSql("create index `jobs_lease_token` on `jobs` (`lease_token`)");
    this.addSql("create unique index `jobs_dedupe_key` on `jobs` (`dedupe_key`)");
    this.addSql("create table `number_blocks` (`sequence` text not null primary key, `next_number` integer not null)");
    this.addSql("create table `person_keys` (`person_id` text not null primary key, `wrapped_key` text null, `key_id` text not null, `created_at` datetime not null, `destroyed_at` datetime null)");
    this.addSql("create table `rate_counts` (`id` text not null primary key, `window_start` datetime not null, `count` integer not null)");
    this.addSql("create index `rate_counts_window` on `rate_counts` (`window_start`)");
    this.addSql("create table `sessions` (`id` text not null primary key, `token_hash` text not null, `person_id` text not null, `account_id` text not null, `assurance` text not null, `active_grant_id` text null, `ticket_hash` text null, `address` text not null, `device` text not null, `created_at` datetime not null, `last_seen_at` datetime not null, `ends_at` datetime not null)");
    this.addSql("create index `sessions_person` on `sessions` (`person_id`)");
    this.addSql("create index `sessions_ticket_hash` on `sessions` (`ticket_hash`)");
    this.addSql("create index `sessions_ends_at` on `sessions` (`ends_at`)");
    this.addSql("create unique index `sessions_token_hash` on `sessions` (`token_hash`)");
    this.addSql("create table `session_tombstones` (`ticket_hash` text not null primary key, `created_at` datetime not null)");
  }
}
