CREATE TABLE `calls` (
	`family_id` text NOT NULL,
	`said_id` text NOT NULL,
	`how` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`family_id`, `said_id`),
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `unread` ADD `call` integer DEFAULT false NOT NULL;--> statement-breakpoint
DROP TRIGGER `said_is_unread`;--> statement-breakpoint
CREATE TRIGGER `said_is_unread` AFTER INSERT ON `said` WHEN new.`kind` <> 'replies'
	AND (new.`kind` = 'checkIns' OR new.`version_id` IS NOT NULL)
	AND new.`by` NOT IN (SELECT `id` FROM `staff`)
	AND coalesce(json_extract(new.`entry`, '$.recordedBy'), '') NOT IN (SELECT `id` FROM `staff`)
BEGIN
	INSERT INTO `unread` (`family_id`, `said_id`, `seq`, `saved_at`, `first`, `call`)
	VALUES (new.`family_id`, new.`id`, new.`seq`, new.`saved_at`,
		new.`ring_me` = 1 OR coalesce(json_extract(new.`entry`, '$.result') = 'worry', 0), new.`ring_me`);
END;--> statement-breakpoint
UPDATE `unread` SET `call` = 1 WHERE `seq` IN (SELECT `seq` FROM `said` WHERE `ring_me` = 1);--> statement-breakpoint
-- Reading a request for a call is not making it: it waits until what became of it is written down.
DROP TRIGGER `seen_is_read`;--> statement-breakpoint
CREATE TRIGGER `seen_is_read` AFTER INSERT ON `seen` WHEN EXISTS (
	SELECT 1 FROM `assignments` WHERE `family_id` = new.`family_id` AND `staff_id` = new.`by` AND `as` IN ('worker', 'covering')
		AND `from` <= new.`at` AND (`until` IS NULL OR `until` > new.`at`)
)
BEGIN
	DELETE FROM `unread` WHERE `family_id` = new.`family_id` AND `said_id` = new.`said_id`
		AND (`call` = 0 OR EXISTS (SELECT 1 FROM `calls` WHERE `family_id` = new.`family_id` AND `said_id` = new.`said_id`));
END;--> statement-breakpoint
DROP TRIGGER `assigned_has_read`;--> statement-breakpoint
CREATE TRIGGER `assigned_has_read` AFTER INSERT ON `assignments` WHEN new.`as` IN ('worker', 'covering')
BEGIN
	DELETE FROM `unread` WHERE `family_id` = new.`family_id`
		AND `said_id` IN (SELECT `said_id` FROM `seen` WHERE `family_id` = new.`family_id` AND `by` = new.`staff_id`)
		AND (`call` = 0 OR `said_id` IN (SELECT `said_id` FROM `calls` WHERE `family_id` = new.`family_id`));
END;--> statement-breakpoint
-- A call that was made is done with; one that was taken back waits to be read like anything else.
CREATE TRIGGER `call_is_done` AFTER INSERT ON `calls`
BEGIN
	UPDATE `unread` SET `call` = 0 WHERE `family_id` = new.`family_id` AND `said_id` = new.`said_id`;
	DELETE FROM `unread` WHERE `family_id` = new.`family_id` AND `said_id` = new.`said_id`
		AND (new.`how` <> 'cancelled' OR EXISTS (
			SELECT 1 FROM `seen` JOIN `assignments` ON `assignments`.`family_id` = `seen`.`family_id`
				AND `assignments`.`staff_id` = `seen`.`by` AND `assignments`.`as` IN ('worker', 'covering')
			WHERE `seen`.`family_id` = new.`family_id` AND `seen`.`said_id` = new.`said_id`
		));
END;
--> statement-breakpoint
CREATE TRIGGER `raises_revision_calls_insert` AFTER INSERT ON `calls` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = new.`family_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `raises_revision_calls_update` AFTER UPDATE ON `calls` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = new.`family_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `raises_revision_calls_delete` AFTER DELETE ON `calls` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = old.`family_id`;
END;
