CREATE TABLE `audit_heads` (
	`chain` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `wrong_words` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`person_id` text NOT NULL,
	`browser` text NOT NULL,
	`at` text NOT NULL,
	`tells` integer,
	`forgiven_at` text,
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `wrong_words_by_person` ON `wrong_words` (`family_id`,`person_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_audit` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`chain` text NOT NULL,
	`seq` integer NOT NULL,
	`prev` text NOT NULL,
	`hash` text NOT NULL,
	`at` text NOT NULL,
	`who` text NOT NULL,
	`family_id` text,
	`did` text NOT NULL,
	`about` text
);
--> statement-breakpoint
-- What was one chain stays one, and can still be verified; from here on each family has its own, and the council.
INSERT INTO `__new_audit`("id", "chain", "seq", "prev", "hash", "at", "who", "family_id", "did", "about") SELECT "seq", 'before', "seq", "prev", "hash", "at", "who", "family_id", "did", "about" FROM `audit`;--> statement-breakpoint
INSERT INTO `audit_heads` ("chain", "seq", "hash") SELECT 'before', "seq", "hash" FROM `audit` ORDER BY "seq" DESC LIMIT 1;--> statement-breakpoint
DROP TABLE `audit`;--> statement-breakpoint
ALTER TABLE `__new_audit` RENAME TO `audit`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `audit_by_family` ON `audit` (`family_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_by_who` ON `audit` (`who`,`at`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_place_in_a_chain` ON `audit` (`chain`,`seq`);--> statement-breakpoint
ALTER TABLE `incoming_texts` ADD `attached` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `incoming_texts_to_forget` ON `incoming_texts` (`forgotten_at`) WHERE forgotten_at is null;--> statement-breakpoint
ALTER TABLE `sealed_forms` ADD `browser` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `sealed_forms_by_membership` ON `sealed_forms` (`membership_id`);--> statement-breakpoint
CREATE INDEX `form_tickets_by_time` ON `form_tickets` (`used_at`);--> statement-breakpoint
CREATE INDEX `invitations_running_out` ON `invitations` (`expires_at`) WHERE expired_at is null and opened_at is null and voided_at is null;--> statement-breakpoint
CREATE INDEX `sessions_by_end` ON `sessions` (`stage`,`ends_at`);--> statement-breakpoint
CREATE INDEX `sign_ins_running_out` ON `sign_ins` (`expires_at`) WHERE expired_at is null and used_at is null and voided_at is null;--> statement-breakpoint
CREATE INDEX `staff_sessions_by_end` ON `staff_sessions` (`ends_at`);--> statement-breakpoint
CREATE INDEX `texts_by_provider` ON `texts` (`provider_id`) WHERE provider_id is not null;--> statement-breakpoint
CREATE INDEX `texts_under_way` ON `texts` (`lease_until`) WHERE lease_until is not null;--> statement-breakpoint
CREATE INDEX `texts_to_forget` ON `texts` (`forgotten_at`) WHERE provider_id is not null;
--> statement-breakpoint
-- By trigger, so that no write can forget it: the last row of a chain cannot go missing unnoticed.
CREATE TRIGGER `audit_head` AFTER INSERT ON `audit` BEGIN
	INSERT INTO `audit_heads` ("chain", "seq", "hash") VALUES (new."chain", new."seq", new."hash")
	ON CONFLICT ("chain") DO UPDATE SET "seq" = excluded."seq", "hash" = excluded."hash";
END;
