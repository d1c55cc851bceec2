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
