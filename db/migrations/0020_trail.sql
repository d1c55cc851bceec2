CREATE TABLE `unusual` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`staff_id` text NOT NULL,
	`kind` text NOT NULL,
	`family_id` text NOT NULL,
	`seen_at` text,
	`seen_by` text
);
--> statement-breakpoint
CREATE INDEX `unusual_open` ON `unusual` (`family_id`) WHERE seen_at is null;--> statement-breakpoint
CREATE INDEX `unusual_by_staff` ON `unusual` (`staff_id`,`kind`,`at`);--> statement-breakpoint
ALTER TABLE `council` ADD `unusual_families` integer DEFAULT 20 NOT NULL;--> statement-breakpoint
ALTER TABLE `council` ADD `night_from` text DEFAULT '22:00' NOT NULL;--> statement-breakpoint
ALTER TABLE `council` ADD `night_until` text DEFAULT '06:00' NOT NULL;--> statement-breakpoint
ALTER TABLE `versions` ADD `restored_from` text;--> statement-breakpoint
CREATE INDEX `audit_opened` ON `audit` (`who`,`at`,`family_id`) WHERE family_id is not null and did not in ('desk.viewed', 'searched');--> statement-breakpoint
-- By hand from here. The trail is only ever added to, and its heads only move on.
CREATE TRIGGER `audit_is_not_changed` BEFORE UPDATE ON `audit` BEGIN SELECT raise(ABORT, 'The trail is only added to.'); END;--> statement-breakpoint
CREATE TRIGGER `audit_is_not_deleted` BEFORE DELETE ON `audit` BEGIN SELECT raise(ABORT, 'The trail is only added to.'); END;--> statement-breakpoint
CREATE TRIGGER `audit_heads_move_on` BEFORE UPDATE ON `audit_heads` WHEN new.`chain` <> old.`chain` OR new.`seq` <> old.`seq` + 1
BEGIN SELECT raise(ABORT, 'The head of a trail only moves on.'); END;--> statement-breakpoint
CREATE TRIGGER `audit_heads_stay` BEFORE DELETE ON `audit_heads` BEGIN SELECT raise(ABORT, 'The head of a trail stays.'); END;--> statement-breakpoint
-- What is unusual: each only once while it goes on.
CREATE TRIGGER `many_families` AFTER INSERT ON `audit` WHEN new.`who` LIKE 'staff:%' AND new.`family_id` IS NOT NULL
	AND new.`did` NOT IN ('desk.viewed', 'searched')
	AND (SELECT count(DISTINCT `family_id`) FROM `audit` WHERE `who` = new.`who` AND `at` > strftime('%Y-%m-%dT%H:%M:%fZ', new.`at`, '-1 hour')
		AND family_id is not null and did not in ('desk.viewed', 'searched')) >= (SELECT `unusual_families` FROM `council`)
BEGIN
	INSERT INTO `unusual` (`at`, `staff_id`, `kind`, `family_id`)
	SELECT new.`at`, substr(new.`who`, 7), 'many-families', new.`family_id` WHERE NOT EXISTS (SELECT 1 FROM `unusual`
		WHERE `staff_id` = substr(new.`who`, 7) AND `kind` = 'many-families' AND `at` > strftime('%Y-%m-%dT%H:%M:%fZ', new.`at`, '-1 hour'));
END;--> statement-breakpoint
CREATE TRIGGER `family_of_another_team` AFTER INSERT ON `audit` WHEN new.`who` LIKE 'staff:%' AND new.`family_id` IS NOT NULL AND (new.`did` LIKE '%viewed' OR new.`did` = 'family.turned-away')
	AND NOT EXISTS (SELECT 1 FROM `assignments` a WHERE a.`staff_id` = substr(new.`who`, 7) AND a.`family_id` = new.`family_id`
		AND a.`from` <= new.`at` AND (a.`until` IS NULL OR a.`until` > new.`at`))
	AND NOT EXISTS (SELECT 1 FROM `assignments` a JOIN `staff` s ON s.`id` = a.`staff_id` JOIN `staff` me ON me.`id` = substr(new.`who`, 7)
		WHERE a.`family_id` = new.`family_id` AND s.`team_id` = me.`team_id`)
BEGIN
	INSERT INTO `unusual` (`at`, `staff_id`, `kind`, `family_id`)
	SELECT new.`at`, substr(new.`who`, 7), 'other-team', new.`family_id` WHERE NOT EXISTS (SELECT 1 FROM `unusual`
		WHERE `staff_id` = substr(new.`who`, 7) AND `kind` = 'other-team' AND `family_id` = new.`family_id`
			AND `at` > strftime('%Y-%m-%dT%H:%M:%fZ', new.`at`, '-12 hours'));
END;--> statement-breakpoint
CREATE TRIGGER `opened_by_breaking_glass` AFTER INSERT ON `audit` WHEN new.`who` LIKE 'staff:%' AND new.`family_id` IS NOT NULL AND new.`did` = 'glass.broken'
BEGIN
	INSERT INTO `unusual` (`at`, `staff_id`, `kind`, `family_id`) VALUES (new.`at`, substr(new.`who`, 7), 'break-glass', new.`family_id`);
END;--> statement-breakpoint
-- Somebody in a family whose id a member of staff has too: who joined is asked, not an id that both could have.
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
		new.`ring_me` = 1 OR coalesce(json_extract(new.`entry`, '$.result') = 'worry', 0), new.`ring_me`);
END;--> statement-breakpoint
-- What such a person said until now and nobody has read comes to the desk.
INSERT OR IGNORE INTO `unread` (`family_id`, `said_id`, `seq`, `saved_at`, `first`, `call`)
SELECT `family_id`, `id`, `seq`, `saved_at`, `ring_me` = 1 OR coalesce(json_extract(`entry`, '$.result') = 'worry', 0), `ring_me` FROM `said`
WHERE `kind` <> 'replies' AND `version_id` IS NOT NULL AND `by` IN (SELECT `id` FROM `staff`)
	AND EXISTS (SELECT 1 FROM `memberships` WHERE `memberships`.`family_id` = `said`.`family_id` AND `person_id` = `said`.`by`)
	AND NOT EXISTS (SELECT 1 FROM `seen` WHERE `seen`.`family_id` = `said`.`family_id` AND `seen`.`said_id` = `said`.`id`)
	AND NOT EXISTS (SELECT 1 FROM `calls` WHERE `calls`.`family_id` = `said`.`family_id` AND `calls`.`said_id` = `said`.`id`);
