CREATE TABLE `absences` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`cover_id` text NOT NULL,
	`from` text NOT NULL,
	`until` text NOT NULL,
	`set_by` text NOT NULL,
	`set_at` text NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cover_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `absences_by_staff` ON `absences` (`staff_id`);--> statement-breakpoint
CREATE INDEX `absences_by_end` ON `absences` (`until`);--> statement-breakpoint
CREATE TABLE `broken_glass` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`reason` text NOT NULL,
	`at` text NOT NULL,
	`until` text NOT NULL,
	`read_by` text,
	`read_at` text,
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`read_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `broken_glass_by_family` ON `broken_glass` (`family_id`);--> statement-breakpoint
CREATE TABLE `restricted_to` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`family_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`by` text NOT NULL,
	`from` text NOT NULL,
	`until` text,
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `restricted_to_by_family` ON `restricted_to` (`family_id`,`until`,`staff_id`);--> statement-breakpoint
ALTER TABLE `assignments` ADD `absence_id` text REFERENCES absences(id);--> statement-breakpoint
ALTER TABLE `teams` ADD `lead_id` text REFERENCES staff(id);--> statement-breakpoint
-- What a page of a family says of who is away holds until it is written anew, in whatever process.
CREATE TRIGGER `raises_revision_absences_insert` AFTER INSERT ON `absences` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` IN (SELECT `family_id` FROM `assignments` WHERE `staff_id` = new.`staff_id`);
END;--> statement-breakpoint
CREATE TRIGGER `raises_revision_absences_update` AFTER UPDATE ON `absences` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` IN (SELECT `family_id` FROM `assignments` WHERE `staff_id` = new.`staff_id`);
END;--> statement-breakpoint
CREATE TRIGGER `raises_revision_absences_delete` AFTER DELETE ON `absences` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` IN (SELECT `family_id` FROM `assignments` WHERE `staff_id` = old.`staff_id`);
END;--> statement-breakpoint
CREATE TRIGGER `raises_revision_restricted_to_insert` AFTER INSERT ON `restricted_to` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = new.`family_id`;
END;--> statement-breakpoint
CREATE TRIGGER `raises_revision_restricted_to_update` AFTER UPDATE ON `restricted_to` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = new.`family_id`;
END;--> statement-breakpoint
CREATE TRIGGER `raises_revision_restricted_to_delete` AFTER DELETE ON `restricted_to` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = old.`family_id`;
END;