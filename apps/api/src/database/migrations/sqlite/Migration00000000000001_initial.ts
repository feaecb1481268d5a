import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000001_initial extends Migration {
  override up(): void {
    this.addSql("create table `accounts` (`id` text not null primary key, `person_id` text not null, `provider` text not null, `subject` text not null, `is_disabled` integer not null default false, `disabled_reason` text null, `created_at` datetime not null, `last_sign_in_at` datetime null)");
    this.addSql("create index `accounts_person` on `accounts` (`person_id`)");
    this.addSql("create unique index `accounts_provider_subject` on `accounts` (`provider`, `subject`)");
    this.addSql("create table `affiliations` (`id` text not null primary key, `person_id` text not null, `kind` text not null, `number` text null, `department_id` text null, `programme` text null, `level` text null, `grade` text null, `position` text null, `student_status` text null, `arrears_fen` integer not null default 0, `from_day` text not null, `until_day` text null, `expected_end` text null)");
    this.addSql("create index `affiliations_person` on `affiliations` (`person_id`)");
    this.addSql("create index `affiliations_number` on `affiliations` (`number`)");
    this.addSql("create unique index `affiliations_kind_number_from` on `affiliations` (`kind`, `number`, `from_day`)");
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
    this.addSql("create table `campuses` (`id` text not null primary key, `code` text not null, `name` text not null, `name_en` text null, `address` text null, `address_en` text null)");
    this.addSql("create unique index `campuses_code_unique` on `campuses` (`code`)");
    this.addSql("create table `command_keys` (`id` text not null primary key, `command` text not null, `input_hash` text not null, `answer` mediumtext null, `created_at` datetime not null)");
    this.addSql("create index `command_keys_created_at` on `command_keys` (`created_at`)");
    this.addSql("create table `counters` (`id` text not null primary key, `code` text not null, `kind` text not null, `name` text not null, `name_en` text null, `campus_id` text not null, `place` text not null, `place_en` text null, `hours` text not null, `hours_en` text null, `periods` json not null, `department_ids` json not null)");
    this.addSql("create unique index `counters_code_unique` on `counters` (`code`)");
    this.addSql("create table `departments` (`id` text not null primary key, `code` text not null, `name` text not null, `short_name` text not null, `name_en` text null, `kind` text not null, `parent_id` text null, `campus_id` text null, `place` text null, `consult_phone` text null, `complaint_phone` text null, `aliases` json not null, `is_active` integer not null default true)");
    this.addSql("create unique index `departments_code_unique` on `departments` (`code`)");
    this.addSql("create table `invitations` (`id` text not null primary key, `inviter_id` text not null, `invitee_name` text not null, `relation` text not null, `matters` json not null, `token_hash` text not null, `created_at` datetime not null, `expires_at` datetime not null, `accepted_by_id` text null, `accepted_at` datetime null, `revoked_at` datetime null)");
    this.addSql("create unique index `invitations_token_hash_unique` on `invitations` (`token_hash`)");
    this.addSql("create index `invitations_inviter` on `invitations` (`inviter_id`, `id`)");
    this.addSql("create index `invitations_accepted_by` on `invitations` (`accepted_by_id`)");
    this.addSql("create table `jobs` (`id` text not null primary key, `kind` text not null, `payload` json not null, `state` text not null, `available_at` datetime not null, `attempts` integer not null, `lease_token` text null, `lease_until` datetime null, `dedupe_key` text null, `last_error` text null, `created_at` datetime not null, `ended_at` datetime null)");
    this.addSql("create index `jobs_state_available` on `jobs` (`state`, `available_at`)");
    this.addSql("create index `jobs_lease_token` on `jobs` (`lease_token`)");
    this.addSql("create unique index `jobs_dedupe_key` on `jobs` (`dedupe_key`)");
    this.addSql("create table `machine_clients` (`id` text not null primary key, `name` text not null, `key_hash` text not null, `is_disabled` integer not null default false, `created_by` text not null, `created_at` datetime not null)");
    this.addSql("create unique index `machine_clients_key_hash_unique` on `machine_clients` (`key_hash`)");
    this.addSql("create table `number_blocks` (`sequence` text not null primary key, `next_number` integer not null)");
    this.addSql("create table `offices` (`id` text not null primary key, `code` text not null, `department_id` text not null, `name` text not null)");
    this.addSql("create unique index `offices_code_unique` on `offices` (`code`)");
    this.addSql("create index `offices_department` on `offices` (`department_id`)");
    this.addSql("create table `people` (`id` text not null primary key, `name` text not null, `id_number_sealed` text null, `id_number_index` text null, `phone_sealed` text null, `phone_index` text null, `email_sealed` text null, `created_at` datetime not null, `updated_at` datetime not null)");
    this.addSql("create index `people_name` on `people` (`name`, `id`)");
    this.addSql("create index `people_id_number_index` on `people` (`id_number_index`)");
    this.addSql("create index `people_phone_index` on `people` (`phone_index`)");
    this.addSql("create table `person_keys` (`person_id` text not null primary key, `wrapped_key` text null, `key_id` text not null, `created_at` datetime not null, `destroyed_at` datetime null)");
    this.addSql("create table `posts` (`id` text not null primary key, `code` text not null, `department_id` text not null, `office_id` text null, `name` text not null, `name_en` text null, `is_of_applicants_department` integer not null, `phone` text null)");
    this.addSql("create unique index `posts_code_department` on `posts` (`code`, `department_id`)");
    this.addSql("create table `post_holders` (`id` text not null primary key, `post_id` text not null, `person_id` text not null, `from_day` text not null, `until_day` text null)");
    this.addSql("create index `post_holders_person` on `post_holders` (`person_id`)");
    this.addSql("create unique index `post_holders_post_person_from` on `post_holders` (`post_id`, `person_id`, `from_day`)");
    this.addSql("create table `rate_counts` (`id` text not null primary key, `window_start` datetime not null, `count` integer not null)");
    this.addSql("create index `rate_counts_window` on `rate_counts` (`window_start`)");
    this.addSql("create table `role_grants` (`id` text not null primary key, `person_id` text not null, `role` text not null, `scope_kind` text not null, `scope_id` text null, `from_day` text not null, `until_day` text null, `given_by` text not null, `given_at` datetime not null, `revoked_by` text null, `revoked_at` datetime null)");
    this.addSql("create index `role_grants_person` on `role_grants` (`person_id`)");
    this.addSql("create table `sessions` (`id` text not null primary key, `token_hash` text not null, `person_id` text not null, `account_id` text not null, `assurance` text not null, `active_grant_id` text null, `ticket_hash` text null, `address` text not null, `device` text not null, `created_at` datetime not null, `last_seen_at` datetime not null, `ends_at` datetime not null)");
    this.addSql("create index `sessions_person` on `sessions` (`person_id`)");
    this.addSql("create index `sessions_ticket_hash` on `sessions` (`ticket_hash`)");
    this.addSql("create index `sessions_ends_at` on `sessions` (`ends_at`)");
    this.addSql("create unique index `sessions_token_hash` on `sessions` (`token_hash`)");
    this.addSql("create table `session_tombstones` (`ticket_hash` text not null primary key, `created_at` datetime not null)");
    this.addSql("create table `work_calendars` (`year` integer not null, `version` integer not null, `is_published` integer not null, `days_off` json not null, `extra_workdays` json not null, `source` text not null, `imported_at` datetime not null, `imported_by` text not null, primary key (`year`, `version`))");
  }
}
