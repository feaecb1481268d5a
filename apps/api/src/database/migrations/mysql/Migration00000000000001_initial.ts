import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000001_initial extends Migration {
  override up(): void {
    this.addSql("create table `accounts` (`id` varchar(36) not null, `person_id` varchar(36) not null, `provider` varchar(16) not null, `subject` varchar(128) not null, `is_disabled` tinyint(1) not null default false, `disabled_reason` varchar(200) null, `created_at` datetime(3) not null, `last_sign_in_at` datetime(3) null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `accounts` add index `accounts_person` (`person_id`)");
    this.addSql("alter table `accounts` add unique `accounts_provider_subject` (`provider`, `subject`)");
    this.addSql("create table `affiliations` (`id` varchar(36) not null, `person_id` varchar(36) not null, `kind` varchar(16) not null, `number` varchar(64) null, `department_id` varchar(36) null, `programme` varchar(100) null, `level` varchar(40) null, `grade` varchar(20) null, `position` varchar(100) null, `student_status` varchar(16) null, `arrears_fen` int not null default 0, `from_day` varchar(10) not null, `until_day` varchar(10) null, `expected_end` varchar(10) null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `affiliations` add index `affiliations_person` (`person_id`)");
    this.addSql("alter table `affiliations` add index `affiliations_number` (`number`)");
    this.addSql("alter table `affiliations` add unique `affiliations_kind_number_from` (`kind`, `number`, `from_day`)");
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
    this.addSql("create table `campuses` (`id` varchar(36) not null, `code` varchar(40) not null, `name` varchar(80) not null, `name_en` varchar(160) null, `address` varchar(200) null, `address_en` varchar(300) null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `campuses` add unique `campuses_code_unique` (`code`)");
    this.addSql("create table `command_keys` (`id` varchar(64) not null, `command` varchar(80) not null, `input_hash` varchar(64) not null, `answer` mediumtext null, `created_at` datetime(3) not null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `command_keys` add index `command_keys_created_at` (`created_at`)");
    this.addSql("create table `counters` (`id` varchar(36) not null, `code` varchar(40) not null, `kind` varchar(16) not null, `name` varchar(80) not null, `name_en` varchar(160) null, `campus_id` varchar(36) not null, `place` varchar(200) not null, `place_en` varchar(300) null, `hours` varchar(200) not null, `hours_en` varchar(300) null, `periods` json not null, `department_ids` json not null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `counters` add unique `counters_code_unique` (`code`)");
    this.addSql("create table `departments` (`id` varchar(36) not null, `code` varchar(40) not null, `name` varchar(80) not null, `short_name` varchar(40) not null, `name_en` varchar(160) null, `kind` varchar(16) not null, `parent_id` varchar(36) null, `campus_id` varchar(36) null, `place` varchar(200) null, `consult_phone` varchar(40) null, `complaint_phone` varchar(40) null, `aliases` json not null, `is_active` tinyint(1) not null default true, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `departments` add unique `departments_code_unique` (`code`)");
    this.addSql("create table `invitations` (`id` varchar(36) not null, `inviter_id` varchar(36) not null, `invitee_name` varchar(100) not null, `relation` varchar(20) not null, `matters` json not null, `token_hash` varchar(64) not null, `created_at` datetime(3) not null, `expires_at` datetime(3) not null, `accepted_by_id` varchar(36) null, `accepted_at` datetime(3) null, `revoked_at` datetime(3) null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `invitations` add unique `invitations_token_hash_unique` (`token_hash`)");
    this.addSql("alter table `invitations` add index `invitations_inviter` (`inviter_id`, `id`)");
    this.addSql("alter table `invitations` add index `invitations_accepted_by` (`accepted_by_id`)");
    this.addSql("create table `jobs` (`id` varchar(36) not null, `kind` varchar(80) not null, `payload` json not null, `state` varchar(8) not null, `available_at` datetime(3) not null, `attempts` int not null, `lease_token` varchar(36) null, `lease_until` datetime(3) null, `dedupe_key` varchar(160) null, `last_error` varchar(500) null, `created_at` datetime(3) not null, `ended_at` datetime(3) null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `jobs` add index `jobs_state_available` (`state`, `available_at`)");
    this.addSql("alter table `jobs` add index `jobs_lease_token` (`lease_token`)");
    this.addSql("alter table `jobs` add unique `jobs_dedupe_key` (`dedupe_key`)");
    this.addSql("create table `machine_clients` (`id` varchar(36) not null, `name` varchar(80) not null, `key_hash` varchar(64) not null, `is_disabled` tinyint(1) not null default false, `created_by` varchar(80) not null, `created_at` datetime(3) not null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `machine_clients` add unique `machine_clients_key_hash_unique` (`key_hash`)");
    this.addSql("create table `number_blocks` (`sequence` varchar(80) not null, `next_number` int not null, primary key (`sequence`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("create table `offices` (`id` varchar(36) not null, `code` varchar(40) not null, `department_id` varchar(36) not null, `name` varchar(80) not null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `offices` add unique `offices_code_unique` (`code`)");
    this.addSql("alter table `offices` add index `offices_department` (`department_id`)");
    this.addSql("create table `people` (`id` varchar(36) not null, `name` varchar(100) not null, `id_number_sealed` varchar(400) null, `id_number_index` varchar(64) null, `phone_sealed` varchar(400) null, `phone_index` varchar(64) null, `email_sealed` varchar(600) null, `created_at` datetime(3) not null, `updated_at` datetime(3) not null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `people` add index `people_name` (`name`, `id`)");
    this.addSql("alter table `people` add index `people_id_number_index` (`id_number_index`)");
    this.addSql("alter table `people` add index `people_phone_index` (`phone_index`)");
    this.addSql("create table `person_keys` (`person_id` varchar(36) not null, `wrapped_key` varchar(200) null, `key_id` varchar(40) not null, `created_at` datetime(3) not null, `destroyed_at` datetime(3) null, primary key (`person_id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("create table `posts` (`id` varchar(36) not null, `code` varchar(80) not null, `department_id` varchar(36) not null, `office_id` varchar(36) null, `name` varchar(80) not null, `name_en` varchar(160) null, `is_of_applicants_department` tinyint(1) not null, `phone` varchar(40) null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `posts` add unique `posts_code_department` (`code`, `department_id`)");
    this.addSql("create table `post_holders` (`id` varchar(36) not null, `post_id` varchar(36) not null, `person_id` varchar(36) not null, `from_day` varchar(10) not null, `until_day` varchar(10) null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `post_holders` add index `post_holders_person` (`person_id`)");
    this.addSql("alter table `post_holders` add unique `post_holders_post_person_from` (`post_id`, `person_id`, `from_day`)");
    this.addSql("create table `rate_counts` (`id` varchar(120) not null, `window_start` datetime(3) not null, `count` int not null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `rate_counts` add index `rate_counts_window` (`window_start`)");
    this.addSql("create table `role_grants` (`id` varchar(36) not null, `person_id` varchar(36) not null, `role` varchar(32) not null, `scope_kind` varchar(16) not null, `scope_id` varchar(40) null, `from_day` varchar(10) not null, `until_day` varchar(10) null, `given_by` varchar(80) not null, `given_at` datetime(3) not null, `revoked_by` varchar(80) null, `revoked_at` datetime(3) null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `role_grants` add index `role_grants_person` (`person_id`)");
    this.addSql("create table `sessions` (`id` varchar(36) not null, `token_hash` varchar(64) not null, `person_id` varchar(36) not null, `account_id` varchar(36) not null, `assurance` varchar(12) not null, `active_grant_id` varchar(36) null, `ticket_hash` varchar(64) null, `address` varchar(64) not null, `device` varchar(200) not null, `created_at` datetime(3) not null, `last_seen_at` datetime(3) not null, `ends_at` datetime(3) not null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `sessions` add index `sessions_person` (`person_id`)");
    this.addSql("alter table `sessions` add index `sessions_ticket_hash` (`ticket_hash`)");
    this.addSql("alter table `sessions` add index `sessions_ends_at` (`ends_at`)");
    this.addSql("alter table `sessions` add unique `sessions_token_hash` (`token_hash`)");
    this.addSql("create table `session_tombstones` (`ticket_hash` varchar(64) not null, `created_at` datetime(3) not null, primary key (`ticket_hash`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("create table `work_calendars` (`year` int unsigned not null, `version` int unsigned not null, `is_published` tinyint(1) not null, `days_off` json not null, `extra_workdays` json not null, `source` varchar(200) not null, `imported_at` datetime(3) not null, `imported_by` varchar(80) not null, primary key (`year`, `version`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
  }
}
