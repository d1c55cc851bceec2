CREATE TABLE `assignments` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`family_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`as` text NOT NULL,
	`from` text NOT NULL,
	`until` text,
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assignments_by_staff` ON `assignments` (`staff_id`);--> statement-breakpoint
CREATE INDEX `assignments_by_family` ON `assignments` (`family_id`);--> statement-breakpoint
CREATE TABLE `audit` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`prev` text NOT NULL,
	`hash` text NOT NULL,
	`at` text NOT NULL,
	`who` text NOT NULL,
	`family_id` text,
	`did` text NOT NULL,
	`about` text
);
--> statement-breakpoint
CREATE TABLE `council` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`opening_hours` text NOT NULL,
	`bank_holidays` text NOT NULL,
	`duty_phone` text NOT NULL,
	`emergency_duty_phone` text NOT NULL,
	`exit_url` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `demo_phone` (
	`id` text PRIMARY KEY NOT NULL,
	`to` text NOT NULL,
	`body` text NOT NULL,
	`at` text NOT NULL,
	`status` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `families` (
	`id` text PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`reference` text NOT NULL,
	`added_at` text NOT NULL,
	`added_by` text NOT NULL,
	FOREIGN KEY (`added_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `families_publicId_unique` ON `families` (`public_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `families_reference_unique` ON `families` (`reference`);--> statement-breakpoint
CREATE TABLE `form_tickets` (
	`ticket` text PRIMARY KEY NOT NULL,
	`used_at` text NOT NULL,
	`sent_hash` text NOT NULL,
	`lead_to` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`person_id` text NOT NULL,
	`invited_at` text NOT NULL,
	`invited_by` text NOT NULL,
	`phone` text NOT NULL,
	`language` text NOT NULL,
	`token_hash` text,
	`sent_at` text,
	`expires_at` text,
	`opened_at` text,
	`wrong_words` integer DEFAULT 0 NOT NULL,
	`told_at` text,
	`declined_at` text,
	`declined_words` text,
	`voided_at` text,
	`voided_by` text,
	`voided_why` text,
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_tokenHash_unique` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitations_by_person` ON `invitations` (`family_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`person_id` text NOT NULL,
	`invitation_id` text NOT NULL,
	`asked_by` text,
	`told_by` text NOT NULL,
	`told_on` text NOT NULL,
	`joined_at` text NOT NULL,
	`not_to_ring` text NOT NULL,
	`ended_at` text,
	`ended_by` text,
	`ended_why` text,
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `memberships_by_person` ON `memberships` (`family_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `narrowings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`family_id` text NOT NULL,
	`item_id` text NOT NULL,
	`shut_to` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `narrowings_by_family` ON `narrowings` (`family_id`);--> statement-breakpoint
CREATE TABLE `people` (
	`family_id` text NOT NULL,
	`person_id` text NOT NULL,
	`phone` text,
	`landline` integer,
	`unsafe_phones` text,
	`language` text,
	`safe_to_text` text,
	`word_hash` text,
	`word_set_at` text,
	`word_set_by` text,
	PRIMARY KEY(`family_id`, `person_id`),
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`word_set_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `one_number_one_person` ON `people` (`family_id`,`phone`);--> statement-breakpoint
CREATE INDEX `people_by_phone` ON `people` (`phone`);--> statement-breakpoint
CREATE TABLE `public_ids` (
	`family_id` text NOT NULL,
	`item_id` text NOT NULL,
	`public_id` text NOT NULL,
	PRIMARY KEY(`family_id`, `item_id`),
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `public_ids_publicId_unique` ON `public_ids` (`public_id`);--> statement-breakpoint
CREATE TABLE `said` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`family_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`by` text NOT NULL,
	`about` text,
	`saved_at` text NOT NULL,
	`entry` text NOT NULL,
	`version_id` text,
	`text_read` text,
	`language_read` text,
	`ring_me` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `said_by_family` ON `said` (`family_id`,`kind`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_id_a_family` ON `said` (`family_id`,`id`);--> statement-breakpoint
CREATE TABLE `sealed_forms` (
	`id` text PRIMARY KEY NOT NULL,
	`membership_id` text NOT NULL,
	`path` text NOT NULL,
	`sealed` text NOT NULL,
	`kept_at` text NOT NULL,
	`opened_at` text,
	FOREIGN KEY (`membership_id`) REFERENCES `memberships`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `seen` (
	`family_id` text NOT NULL,
	`said_id` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`family_id`, `said_id`, `by`),
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`stage` text NOT NULL,
	`invitation_id` text,
	`sign_in_id` text,
	`family_id` text,
	`person_id` text,
	`membership_id` text,
	`only_me` integer DEFAULT false NOT NULL,
	`not_to_ring` text,
	`wrong_words` integer DEFAULT 0 NOT NULL,
	`sent` integer DEFAULT 0 NOT NULL,
	`made_at` text NOT NULL,
	`seen_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sign_in_id`) REFERENCES `sign_ins`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`membership_id`) REFERENCES `memberships`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_by_person` ON `sessions` (`family_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `sign_ins` (
	`id` text PRIMARY KEY NOT NULL,
	`phone` text NOT NULL,
	`browser_hash` text NOT NULL,
	`language` text NOT NULL,
	`asked_at` text NOT NULL,
	`handled_at` text,
	`token_hash` text,
	`code_hash` text,
	`sent_at` text,
	`expires_at` text,
	`wrong_codes` integer DEFAULT 0 NOT NULL,
	`used_at` text,
	`voided_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_ins_tokenHash_unique` ON `sign_ins` (`token_hash`);--> statement-breakpoint
CREATE INDEX `sign_ins_by_phone` ON `sign_ins` (`phone`);--> statement-breakpoint
CREATE INDEX `sign_ins_unhandled` ON `sign_ins` (`handled_at`);--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`team_id` text,
	`phone` text,
	`added_at` text NOT NULL,
	`left_at` text,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `staff_sessions` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`sent` integer DEFAULT 0 NOT NULL,
	`made_at` text NOT NULL,
	`seen_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `stamp` (
	`id` integer PRIMARY KEY NOT NULL,
	`mode` text NOT NULL,
	`made_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `teams` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `texts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`family_id` text,
	`person_id` text,
	`invitation_id` text,
	`sign_in_id` text,
	`to` text NOT NULL,
	`language` text NOT NULL,
	`queued_at` text NOT NULL,
	`queued_by` text,
	`not_before` text NOT NULL,
	`send_now` integer DEFAULT false NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`lease_until` text,
	`leased_by` text,
	`sent_at` text,
	`provider_id` text,
	`cancelled_at` text,
	`failed_at` text,
	`reason` text,
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sign_in_id`) REFERENCES `sign_ins`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `texts_waiting` ON `texts` (`sent_at`,`cancelled_at`,`failed_at`,`not_before`);--> statement-breakpoint
CREATE INDEX `texts_by_family` ON `texts` (`family_id`);--> statement-breakpoint
CREATE TABLE `versions` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`number` integer NOT NULL,
	`document` text NOT NULL,
	`made_at` text NOT NULL,
	`made_by` text NOT NULL,
	`endorsed_at` text,
	`endorsed_by` text,
	`second_checked_at` text,
	`second_checked_by` text,
	`published_at` text,
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`endorsed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`second_checked_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `one_number_a_family` ON `versions` (`family_id`,`number`);