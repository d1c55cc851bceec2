CREATE TABLE `council_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`by` text,
	`what` text NOT NULL,
	`was` text,
	`becomes` text
);
--> statement-breakpoint
CREATE TABLE `staff_accounts` (
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`staff_id` text NOT NULL,
	`linked_at` text NOT NULL,
	PRIMARY KEY(`issuer`, `subject`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `one_account_each` ON `staff_accounts` (`staff_id`,`issuer`);--> statement-breakpoint
CREATE TABLE `used_once` (
	`id` text PRIMARY KEY NOT NULL,
	`until` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `used_once_by_end` ON `used_once` (`until`);--> statement-breakpoint
ALTER TABLE `staff` ADD `account` text;--> statement-breakpoint
ALTER TABLE `staff_sessions` ADD `provider_sid` text;--> statement-breakpoint
CREATE INDEX `staff_sessions_by_staff` ON `staff_sessions` (`staff_id`);--> statement-breakpoint
CREATE INDEX `staff_sessions_by_sid` ON `staff_sessions` (`provider_sid`);