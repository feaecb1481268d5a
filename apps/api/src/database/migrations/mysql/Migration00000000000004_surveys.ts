import { Migration } from '@mikro-orm/migrations';

/** Made from the entities by `node scripts/make-migration.ts`. */
export class Migration00000000000004_surveys extends Migration {
  override up(): void {
    this.addSql("create table `surveys` (`id` varchar(36) not null, `number` varchar(20) not null, `title` varchar(100) not null, `agency` varchar(100) not null, `first_day` varchar(10) not null, `last_day` varchar(10) not null, `size` int not null, `minimum` int not null, `seed` varchar(60) not null, `retention_days` int not null, `status` varchar(12) not null, `failure` varchar(40) null, `failure_subject` varchar(40) null, `frame_size` int null, `frame_hash` varchar(64) null, `drawn` int null, `created_at` datetime(3) not null, `created_by` varchar(120) not null, `drawn_at` datetime(3) null, `closed_at` datetime(3) null, `purged_at` datetime(3) null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `surveys` add index `surveys_status` (`status`)");
    this.addSql("alter table `surveys` add unique `surveys_number` (`number`)");
    this.addSql("create table `survey_answers` (`id` varchar(36) not null, `survey_id` varchar(36) not null, `ordinal` int not null, `outcome` varchar(12) not null, `trips` int null, `level` int null, `causes` json not null, primary key (`id`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("alter table `survey_answers` add index `survey_answers_survey` (`survey_id`, `ordinal`)");
    this.addSql("create table `survey_calls` (`survey_id` varchar(36) not null, `no` int unsigned not null, `ordinal` int not null, `case_number` varchar(40) not null, `person_id` varchar(36) not null, `answer_id` varchar(36) null, `outcome` varchar(12) null, primary key (`survey_id`, `no`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("create table `survey_frame_cases` (`survey_id` varchar(36) not null, `number` varchar(40) not null, `ordinal` int not null, primary key (`survey_id`, `number`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
    this.addSql("create table `survey_strata` (`survey_id` varchar(36) not null, `ordinal` int unsigned not null, `key` varchar(100) not null, `matter_id` varchar(36) not null, `matter_code` varchar(40) not null, `matter_name` varchar(200) not null, `department_id` varchar(36) not null, `place` varchar(120) not null, `population` int not null, `drawn` int not null, primary key (`survey_id`, `ordinal`)) default character set utf8mb4 collate utf8mb4_bin engine = InnoDB");
  }
}
