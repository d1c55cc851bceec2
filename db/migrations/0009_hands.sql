CREATE TABLE `hands` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`family_id` text NOT NULL,
	`version_id` text NOT NULL,
	`kind` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`second_check_by` text,
	`words` text,
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`second_check_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `hands_by_version` ON `hands` (`version_id`);--> statement-breakpoint
CREATE INDEX `hands_by_second_check` ON `hands` (`second_check_by`);--> statement-breakpoint
CREATE TRIGGER `raises_revision_hands_insert` AFTER INSERT ON `hands` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = new.`family_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `raises_revision_hands_update` AFTER UPDATE ON `hands` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = new.`family_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `raises_revision_hands_delete` AFTER DELETE ON `hands` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = old.`family_id`;
END;
