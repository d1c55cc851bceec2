CREATE TABLE `overrules` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`family_id` text NOT NULL,
	`person_id` text NOT NULL,
	`word` text NOT NULL,
	`found` text NOT NULL,
	`reason` text,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `overrules_by_family` ON `overrules` (`family_id`);--> statement-breakpoint
CREATE TRIGGER `raises_revision_overrules_insert` AFTER INSERT ON `overrules` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = new.`family_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `raises_revision_overrules_update` AFTER UPDATE ON `overrules` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = new.`family_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `raises_revision_overrules_delete` AFTER DELETE ON `overrules` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = old.`family_id`;
END;
