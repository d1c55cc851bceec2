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
ALTER TABLE `sealed_forms` ADD `browser` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `sealed_forms_by_membership` ON `sealed_forms` (`membership_id`);