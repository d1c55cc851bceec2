-- Pressed by mistake and changed a moment later: the second stands in the place of the first, and is what waits to be read.
CREATE TRIGGER `said_is_changed` AFTER INSERT ON `said` WHEN json_extract(new.`entry`, '$.corrects') IS NOT NULL
BEGIN
	DELETE FROM `unread` WHERE `family_id` = new.`family_id` AND `said_id` = json_extract(new.`entry`, '$.corrects');
END;
