CREATE TABLE `pictures` (
	`family_id` text NOT NULL,
	`hash` text NOT NULL,
	`bytes` blob NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`made_at` text NOT NULL,
	PRIMARY KEY(`family_id`, `hash`),
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `voices` (
	`family_id` text NOT NULL,
	`text_key` text NOT NULL,
	`language` text NOT NULL,
	`english` text NOT NULL,
	`words` text NOT NULL,
	`read_by` text NOT NULL,
	`type` text NOT NULL,
	`bytes` blob NOT NULL,
	`made_at` text NOT NULL,
	`by` text NOT NULL,
	PRIMARY KEY(`family_id`, `text_key`, `language`),
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
