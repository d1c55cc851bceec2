CREATE TABLE `draft_changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`draft_id` text NOT NULL,
	`seq` integer NOT NULL,
	`change_id` text NOT NULL,
	`did` text NOT NULL,
	`item_id` text NOT NULL,
	`field` text,
	`before` text,
	`after` text,
	`became` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `drafts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `draft_changes_by_person` ON `draft_changes` (`draft_id`,`by`,`at`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_row_a_step` ON `draft_changes` (`draft_id`,`seq`);--> statement-breakpoint
CREATE UNIQUE INDEX `a_change_once` ON `draft_changes` (`draft_id`,`change_id`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`based_on` text,
	`state` text NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	`made_at` text NOT NULL,
	`made_by` text NOT NULL,
	`closed_at` text,
	`became` text,
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`based_on`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`became`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `one_open_draft_a_family` ON `drafts` (`family_id`) WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX `drafts_by_family` ON `drafts` (`family_id`,`made_at`);