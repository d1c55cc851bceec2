CREATE TABLE `told` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`family_id` text NOT NULL,
	`person_id` text NOT NULL,
	`version_id` text NOT NULL,
	`by` text NOT NULL,
	`how` text NOT NULL,
	`on` text NOT NULL,
	`at` text NOT NULL,
	`noted_by` text NOT NULL,
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`noted_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `told_by_person` ON `told` (`family_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `audit_changes_read` ON `audit` (`family_id`,`who`,`id`) WHERE did = 'changes.viewed';--> statement-breakpoint
-- By hand: a published version stays as it is.
CREATE TRIGGER `published_never_changes` BEFORE UPDATE ON `versions` WHEN old.`published_at` IS NOT NULL
BEGIN
	SELECT raise(ABORT, 'A published version never changes.');
END;--> statement-breakpoint
CREATE TRIGGER `published_is_never_deleted` BEFORE DELETE ON `versions` WHEN old.`published_at` IS NOT NULL
BEGIN
	SELECT raise(ABORT, 'A published version is never deleted.');
END;--> statement-breakpoint
-- By hand: an answer that came with a file was to the words of that file.
UPDATE `said` SET `text_read` = (
	SELECT json_extract(c.value, '$.text') || char(10) || json_extract(c.value, '$.when')
		|| coalesce(char(10) || json_extract(c.value, '$.dueBy'), '')
	FROM `versions` v, json_each(v.`document`, '$.plan.commitments') c
	WHERE v.`family_id` = `said`.`family_id` AND v.`number` = 1 AND json_extract(c.value, '$.id') = `said`.`about`
) WHERE `kind` = 'answers' AND `version_id` IS NULL AND `text_read` IS NULL;
