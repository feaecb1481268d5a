import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000001_initial extends Migration {
  override up(): void {
    this.addSql("create table `audit_anchors` (`id` varchar(36) not null, `day` varchar(10) not null, `at` datetime(3) not null, `heads` int not null, `heads_digest` varchar(64) not null, `previous_digest` varchar(64) not null, `digest` varchar(64) not null, `key_id` varchar(40) not null, `signature` varchar(100) not null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `audit_anchors` add unique `audit_anchors_day_unique` (`day`)");
    this.addSql("create table `audit_anchor_heads` (`anchor_id` varchar(36) not null, `chain` varchar(120) not null, `seq` int not null, `hash` varchar(64) not null, primary key (`anchor_id`, `chain`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("create table `audit_entries` (`id` varchar(36) not null, `chain` varchar(120) not null, `seq` int not null, `previous_hash` varchar(64) not null, `hash` varchar(64) not null, `at` datetime(3) not null, `kind` varchar(8) not null, `actor` varchar(80) not null, `role` varchar(32) not null, `action` varchar(80) not null, `target` varchar(120) not null, `outcome` varchar(8) not null, `address` varchar(64) not null, `request_id` varchar(64) not null, `before` text null, `after` text null, `sealed` text null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `audit_entries` add index `audit_entries_actor` (`actor`, `id`)");
    this.addSql("alter table `audit_entries` add index `audit_entries_target` (`target`, `id`)");
    this.addSql("alter table `audit_entries` add unique `audit_entries_chain_seq` (`chain`, `seq`)");
    this.addSql("create table `blobs` (`id` varchar(36) not null, `size` int not null, `sha256` varchar(64) not null, `media_type` varchar(100) not null, `wrapped_key` varchar(200) not null, `key_id` varchar(40) not null, `is_kept` tinyint(1) not null, `created_at` datetime(3) not null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `blobs` add index `blobs_kept` (`is_kept`, `created_at`)");
    this.addSql("alter table `blobs` add index `blobs_key` (`key_id`)");
    this.addSql("create table `command_keys` (`id` varchar(64) not null, `command` varchar(80) not null, `input_hash` varchar(64) not null, `answer` json null, `created_at` datetime(3) not null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `command_keys` add index `command_keys_created_at` (`created_at`)");
    this.addSql("create table `jobs` (`id` varchar(36) not null, `kind` varchar(80) not null, `payload` json not null, `state` varchar(8) not null, `available_at` datetime(3) not null, `attempts` int not null, `lease_token` varchar(36) null, `lease_until` datetime(3) null, `dedupe_key` varchar(160) null, `last_error` varchar(500) null, `created_at` datetime(3) not null, `ended_at` datetime(3) null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `jobs` add index `jobs_state_available` (`state`, `available_at`)");
    this.addSql("alter table `jobs` add index `jobs_lease_token` (`lease_token`)");
    this.addSql("alter table `jobs` add unique `jobs_dedupe_key` (`dedupe_key`)");
    this.addSql("create table `number_blocks` (`sequence` varchar(80) not null, `next_number` int not null, primary key (`sequence`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("create table `person_keys` (`person_id` varchar(36) not null, `wrapped_key` varchar(200) null, `key_id` varchar(40) not null, `created_at` datetime(3) not null, `destroyed_at` datetime(3) null, primary key (`person_id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("create table `rate_counts` (`id` varchar(120) not null, `window_start` datetime(3) not null, `count` int not null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `rate_counts` add index `rate_counts_window` (`window_start`)");
    this.addSql("create table `sessions` (`id` varchar(36) not null, `token_hash` varchar(64) not null, `person_id` varchar(36) not null, `account_id` varchar(36) not null, `assurance` varchar(12) not null, `active_grant_id` varchar(36) null, `ticket_hash` varchar(64) null, `address` varchar(64) not null, `device` varchar(200) not null, `created_at` datetime(3) not null, `last_seen_at` datetime(3) not null, `ends_at` datetime(3) not null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `sessions` add index `sessions_person` (`person_id`)");
    this.addSql("alter table `sessions` add index `sessions_ticket_hash` (`ticket_hash`)");
    this.addSql("alter table `sessions` add index `sessions_ends_at` (`ends_at`)");
    this.addSql("alter table `sessions` add unique `sessions_token_hash` (`token_hash`)");
    this.addSql("create table `session_tombstones` (`ticket_hash` varchar(64) not null, `created_at` datetime(3) not null, primary key (`ticket_hash`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
  }
}
