CREATE TABLE `sign_in_members` (
	`sign_in_id` text NOT NULL,
	`family_id` text NOT NULL,
	`person_id` text NOT NULL,
	`seen_at` text,
	`seen_by` text,
	PRIMARY KEY(`sign_in_id`, `family_id`),
	FOREIGN KEY (`sign_in_id`) REFERENCES `sign_ins`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seen_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sign_in_members_by_family` ON `sign_in_members` (`family_id`);--> statement-breakpoint
CREATE INDEX `texts_by_sign_in` ON `texts` (`sign_in_id`);