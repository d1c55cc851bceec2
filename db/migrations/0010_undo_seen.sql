-- "Seen" that is taken back: what was said waits again, unless somebody else of the family's workers has read it.
CREATE TRIGGER `seen_is_undone` AFTER DELETE ON `seen`
BEGIN
	INSERT INTO `unread` (`family_id`, `said_id`, `seq`, `saved_at`, `first`, `call`)
	SELECT `family_id`, `id`, `seq`, `saved_at`,
		`ring_me` = 1 OR coalesce(json_extract(`entry`, '$.result') = 'worry', 0),
		`ring_me` = 1 AND NOT EXISTS (SELECT 1 FROM `calls` WHERE `family_id` = old.`family_id` AND `said_id` = old.`said_id`)
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
