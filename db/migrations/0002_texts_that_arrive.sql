CREATE TABLE `breakers` (
	`provider` text PRIMARY KEY NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL,
	`open_until` text,
	`opened_at` text
);
--> statement-breakpoint
CREATE TABLE `card_codes` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`card_id` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`card_id`) REFERENCES `cards`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `cards` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`person_id` text NOT NULL,
	`invitation_id` text,
	`made_at` text NOT NULL,
	`made_by` text NOT NULL,
	`wrong_words` integer DEFAULT 0 NOT NULL,
	`voided_at` text,
	`voided_why` text,
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `cards_by_person` ON `cards` (`family_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `code_tries` (
	`id` text PRIMARY KEY NOT NULL,
	`address_hash` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `code_tries_by_address` ON `code_tries` (`address_hash`,`at`);--> statement-breakpoint
CREATE INDEX `code_tries_by_time` ON `code_tries` (`at`);--> statement-breakpoint
CREATE TABLE `incoming_texts` (
	`id` text PRIMARY KEY NOT NULL,
	`from` text NOT NULL,
	`at` text NOT NULL,
	`says` text NOT NULL,
	`words` text NOT NULL,
	`family_id` text,
	`person_id` text,
	`forgotten_at` text,
	`seen_at` text,
	`seen_by` text,
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seen_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `incoming_texts_by_family` ON `incoming_texts` (`family_id`,`at`);--> statement-breakpoint
CREATE TABLE `number_stops` (
	`id` text PRIMARY KEY NOT NULL,
	`phone` text NOT NULL,
	`why` text NOT NULL,
	`since` text NOT NULL,
	`ended_at` text,
	`ended_by` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `one_stop_a_reason` ON `number_stops` (`phone`,`why`) WHERE ended_at is null;--> statement-breakpoint
DROP INDEX `texts_waiting`;--> statement-breakpoint
ALTER TABLE `texts` ADD `asked_from` text;--> statement-breakpoint
ALTER TABLE `texts` ADD `called_at` text;--> statement-breakpoint
ALTER TABLE `texts` ADD `unknown_at` text;--> statement-breakpoint
ALTER TABLE `texts` ADD `delivered_at` text;--> statement-breakpoint
ALTER TABLE `texts` ADD `provider_code` text;--> statement-breakpoint
ALTER TABLE `texts` ADD `look_up_at` text;--> statement-breakpoint
ALTER TABLE `texts` ADD `body_hash` text;--> statement-breakpoint
ALTER TABLE `texts` ADD `segments` integer;--> statement-breakpoint
ALTER TABLE `texts` ADD `forgotten_at` text;--> statement-breakpoint
ALTER TABLE `texts` ADD `seen_at` text;--> statement-breakpoint
ALTER TABLE `texts` ADD `seen_by` text REFERENCES staff(id);--> statement-breakpoint
CREATE INDEX `texts_to_look_up` ON `texts` (`look_up_at`);--> statement-breakpoint
CREATE INDEX `texts_by_invitation` ON `texts` (`invitation_id`);--> statement-breakpoint
CREATE INDEX `texts_waiting` ON `texts` (`sent_at`,`cancelled_at`,`failed_at`,`called_at`,`not_before`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`person_id` text NOT NULL,
	`invited_at` text NOT NULL,
	`invited_by` text NOT NULL,
	`phone` text,
	`language` text NOT NULL,
	`token_hash` text,
	`sent_at` text,
	`expires_at` text,
	`expired_at` text,
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
INSERT INTO `__new_invitations`("id", "family_id", "person_id", "invited_at", "invited_by", "phone", "language", "token_hash", "sent_at", "expires_at", "expired_at", "opened_at", "wrong_words", "told_at", "declined_at", "declined_words", "voided_at", "voided_by", "voided_why") SELECT "id", "family_id", "person_id", "invited_at", "invited_by", "phone", "language", "token_hash", "sent_at", "expires_at", "expired_at", "opened_at", "wrong_words", "told_at", "declined_at", "declined_words", "voided_at", "voided_by", "voided_why" FROM `invitations`;--> statement-breakpoint
DROP TABLE `invitations`;--> statement-breakpoint
ALTER TABLE `__new_invitations` RENAME TO `invitations`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_tokenHash_unique` ON `invitations` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitations_by_person` ON `invitations` (`family_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `invitations_by_phone` ON `invitations` (`phone`);--> statement-breakpoint
ALTER TABLE `council` ADD `sender_name` text;--> statement-breakpoint
ALTER TABLE `council` ADD `service_name` text;--> statement-breakpoint
ALTER TABLE `people` ADD `no_texts` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `card_id` text REFERENCES cards(id);--> statement-breakpoint
ALTER TABLE `sessions` ADD `browser_hash` text;--> statement-breakpoint
CREATE INDEX `sessions_by_browser` ON `sessions` (`browser_hash`);--> statement-breakpoint
ALTER TABLE `sign_ins` ADD `address_hash` text;--> statement-breakpoint
ALTER TABLE `sign_ins` ADD `known` integer;--> statement-breakpoint
CREATE INDEX `sign_ins_by_address` ON `sign_ins` (`address_hash`,`asked_at`);--> statement-breakpoint
CREATE INDEX `sign_ins_by_time` ON `sign_ins` (`asked_at`);--> statement-breakpoint
-- Whoever pressed "stop" keeps it.
INSERT OR IGNORE INTO `number_stops` (`id`, `phone`, `why`, `since`) SELECT `id`, `phone`, 'pause', `stopped_at` FROM `sign_ins` WHERE `stopped_at` IS NOT NULL;--> statement-breakpoint
ALTER TABLE `sign_ins` DROP COLUMN `stopped_at`;