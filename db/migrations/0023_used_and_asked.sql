CREATE TABLE `numbers_refused` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`family_id` text NOT NULL,
	`person_id` text NOT NULL,
	`from` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `numbers_refused_by_family` ON `numbers_refused` (`family_id`);--> statement-breakpoint
-- That the plan was used is as pressing as a worry: it stands with them, before what was done and not done.
DROP TRIGGER `said_is_unread`;--> statement-breakpoint
CREATE TRIGGER `said_is_unread` AFTER INSERT ON `said` WHEN new.`kind` <> 'replies'
	AND (new.`kind` = 'checkIns' OR new.`version_id` IS NOT NULL)
	AND (new.`by` NOT IN (SELECT `id` FROM `staff`)
		OR EXISTS (SELECT 1 FROM `memberships` WHERE `family_id` = new.`family_id` AND `person_id` = new.`by`))
	AND (coalesce(json_extract(new.`entry`, '$.recordedBy'), '') NOT IN (SELECT `id` FROM `staff`)
		OR EXISTS (SELECT 1 FROM `memberships` WHERE `family_id` = new.`family_id` AND `person_id` = json_extract(new.`entry`, '$.recordedBy')))
BEGIN
	INSERT INTO `unread` (`family_id`, `said_id`, `seq`, `saved_at`, `first`, `call`)
	VALUES (new.`family_id`, new.`id`, new.`seq`, new.`saved_at`,
		new.`ring_me` = 1 OR coalesce(json_extract(new.`entry`, '$.result') IN ('worry', 'plan-used'), 0), new.`ring_me`);
END;--> statement-breakpoint
DROP TRIGGER `seen_is_undone`;--> statement-breakpoint
CREATE TRIGGER `seen_is_undone` AFTER DELETE ON `seen`
BEGIN
	INSERT INTO `unread` (`family_id`, `said_id`, `seq`, `saved_at`, `first`, `call`)
	SELECT `family_id`, `id`, `seq`, `saved_at`,
		`ring_me` = 1 OR coalesce(json_extract(`entry`, '$.result') IN ('worry', 'plan-used'), 0),
		`ring_me` = 1 AND NOT EXISTS (SELECT 1 FROM `calls`
			WHERE `family_id` = old.`family_id` AND `said_id` = old.`said_id` AND `how` <> 'no-answer')
	FROM `said` WHERE `family_id` = old.`family_id` AND `id` = old.`said_id` AND `kind` <> 'replies'
		AND (`kind` = 'checkIns' OR `version_id` IS NOT NULL)
		AND (`by` NOT IN (SELECT `id` FROM `staff`)
			OR EXISTS (SELECT 1 FROM `memberships` WHERE `memberships`.`family_id` = `said`.`family_id` AND `person_id` = `said`.`by`))
		AND (coalesce(json_extract(`entry`, '$.recordedBy'), '') NOT IN (SELECT `id` FROM `staff`)
			OR EXISTS (SELECT 1 FROM `memberships` WHERE `memberships`.`family_id` = `said`.`family_id` AND `person_id` = json_extract(`said`.`entry`, '$.recordedBy')))
		AND NOT EXISTS (
			SELECT 1 FROM `seen` JOIN `assignments` ON `assignments`.`family_id` = `seen`.`family_id`
				AND `assignments`.`staff_id` = `seen`.`by` AND `assignments`.`as` IN ('worker', 'covering')
				AND `assignments`.`from` <= `seen`.`at` AND (`assignments`.`until` IS NULL OR `assignments`.`until` > `seen`.`at`)
			WHERE `seen`.`family_id` = old.`family_id` AND `seen`.`said_id` = old.`said_id`)
	ON CONFLICT DO NOTHING;
END;--> statement-breakpoint
UPDATE `unread` SET `first` = 1 WHERE `seq` IN (
	SELECT `seq` FROM `said` WHERE json_extract(`entry`, '$.result') = 'plan-used');
