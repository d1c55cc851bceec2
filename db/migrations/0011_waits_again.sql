-- A call without an answer was only tried: it waits until somebody has spoken, left a message or it was taken back.
DROP TRIGGER `seen_is_read`;--> statement-breakpoint
CREATE TRIGGER `seen_is_read` AFTER INSERT ON `seen` WHEN EXISTS (
	SELECT 1 FROM `assignments` WHERE `family_id` = new.`family_id` AND `staff_id` = new.`by` AND `as` IN ('worker', 'covering')
		AND `from` <= new.`at` AND (`until` IS NULL OR `until` > new.`at`)
)
BEGIN
	DELETE FROM `unread` WHERE `family_id` = new.`family_id` AND `said_id` = new.`said_id` AND `call` = 0;
END;--> statement-breakpoint
DROP TRIGGER `assigned_has_read`;--> statement-breakpoint
CREATE TRIGGER `assigned_has_read` AFTER INSERT ON `assignments` WHEN new.`as` IN ('worker', 'covering')
BEGIN
	DELETE FROM `unread` WHERE `family_id` = new.`family_id`
		AND `said_id` IN (SELECT `said_id` FROM `seen` WHERE `family_id` = new.`family_id` AND `by` = new.`staff_id`)
		AND `call` = 0;
END;--> statement-breakpoint
DROP TRIGGER `call_is_done`;--> statement-breakpoint
CREATE TRIGGER `call_is_done` AFTER INSERT ON `calls` WHEN new.`how` <> 'no-answer'
BEGIN
	UPDATE `unread` SET `call` = 0 WHERE `family_id` = new.`family_id` AND `said_id` = new.`said_id`;
	DELETE FROM `unread` WHERE `family_id` = new.`family_id` AND `said_id` = new.`said_id`
		AND (new.`how` <> 'cancelled' OR EXISTS (
			SELECT 1 FROM `seen` JOIN `assignments` ON `assignments`.`family_id` = `seen`.`family_id`
				AND `assignments`.`staff_id` = `seen`.`by` AND `assignments`.`as` IN ('worker', 'covering')
			WHERE `seen`.`family_id` = new.`family_id` AND `seen`.`said_id` = new.`said_id`
		));
END;--> statement-breakpoint
CREATE TRIGGER `tried_call_is_done` AFTER UPDATE ON `calls` WHEN new.`how` <> 'no-answer'
BEGIN
	UPDATE `unread` SET `call` = 0 WHERE `family_id` = new.`family_id` AND `said_id` = new.`said_id`;
	DELETE FROM `unread` WHERE `family_id` = new.`family_id` AND `said_id` = new.`said_id`
		AND (new.`how` <> 'cancelled' OR EXISTS (
			SELECT 1 FROM `seen` JOIN `assignments` ON `assignments`.`family_id` = `seen`.`family_id`
				AND `assignments`.`staff_id` = `seen`.`by` AND `assignments`.`as` IN ('worker', 'covering')
			WHERE `seen`.`family_id` = new.`family_id` AND `seen`.`said_id` = new.`said_id`
		));
END;--> statement-breakpoint
-- Logged by mistake and taken back: it waits again, read or not.
CREATE TRIGGER `call_is_undone` AFTER DELETE ON `calls`
BEGIN
	INSERT INTO `unread` (`family_id`, `said_id`, `seq`, `saved_at`, `first`, `call`)
	SELECT `family_id`, `id`, `seq`, `saved_at`, 1, 1 FROM `said`
	WHERE `family_id` = old.`family_id` AND `id` = old.`said_id` AND `ring_me` = 1
		AND `by` NOT IN (SELECT `id` FROM `staff`)
	ON CONFLICT (`family_id`, `said_id`) DO UPDATE SET `call` = 1;
END;--> statement-breakpoint
-- "Seen" that is taken back: what was said waits again, unless somebody else of the family's workers has read it.
CREATE TRIGGER `seen_is_undone` AFTER DELETE ON `seen`
BEGIN
	INSERT INTO `unread` (`family_id`, `said_id`, `seq`, `saved_at`, `first`, `call`)
	SELECT `family_id`, `id`, `seq`, `saved_at`,
		`ring_me` = 1 OR coalesce(json_extract(`entry`, '$.result') = 'worry', 0),
		`ring_me` = 1 AND NOT EXISTS (SELECT 1 FROM `calls`
			WHERE `family_id` = old.`family_id` AND `said_id` = old.`said_id` AND `how` <> 'no-answer')
	FROM `said` WHERE `family_id` = old.`family_id` AND `id` = old.`said_id` AND `kind` <> 'replies'
		AND (`kind` = 'checkIns' OR `version_id` IS NOT NULL)
		AND `by` NOT IN (SELECT `id` FROM `staff`)
		AND coalesce(json_extract(`entry`, '$.recordedBy'), '') NOT IN (SELECT `id` FROM `staff`)
		AND NOT EXISTS (
			SELECT 1 FROM `seen` JOIN `assignments` ON `assignments`.`family_id` = `seen`.`family_id`
				AND `assignments`.`staff_id` = `seen`.`by` AND `assignments`.`as` IN ('worker', 'covering')
				AND `assignments`.`from` <= `seen`.`at` AND (`assignments`.`until` IS NULL OR `assignments`.`until` > `seen`.`at`)
			WHERE `seen`.`family_id` = old.`family_id` AND `seen`.`said_id` = old.`said_id`)
	ON CONFLICT DO NOTHING;
END;
