CREATE TABLE `audit_heads` (
	`chain` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `wrong_words` (
	`id` text PRIMARY KEY NOT NULL,
	`family_id` text NOT NULL,
	`person_id` text NOT NULL,
	`browser` text NOT NULL,
	`at` text NOT NULL,
	`tells` integer,
	`forgiven_at` text,
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `wrong_words_by_person` ON `wrong_words` (`family_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `newest_said` (
	`family_id` text NOT NULL,
	`kind` text NOT NULL,
	`about` text NOT NULL,
	`by` text NOT NULL,
	`shared_with` text NOT NULL,
	`seq` integer NOT NULL,
	`saved_at` text NOT NULL,
	PRIMARY KEY(`family_id`, `kind`, `about`, `by`, `shared_with`),
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seq`) REFERENCES `said`(`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `unread` (
	`family_id` text NOT NULL,
	`said_id` text NOT NULL,
	`seq` integer NOT NULL,
	`saved_at` text NOT NULL,
	`first` integer NOT NULL,
	PRIMARY KEY(`family_id`, `said_id`),
	FOREIGN KEY (`family_id`) REFERENCES `families`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seq`) REFERENCES `said`(`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `unread_in_time` ON `unread` (`family_id`,`first`,`saved_at`);--> statement-breakpoint
CREATE INDEX `unread_by_entry` ON `unread` (`seq`);--> statement-breakpoint
DROP INDEX `said_by_family`;--> statement-breakpoint
ALTER TABLE `said` ADD `shared_with` text DEFAULT 'worker' NOT NULL;--> statement-breakpoint
CREATE INDEX `said_in_order` ON `said` (`family_id`,`seq`);--> statement-breakpoint
CREATE INDEX `said_in_time` ON `said` (`family_id`,`kind`,`saved_at`);--> statement-breakpoint
CREATE INDEX `said_by_author` ON `said` (`family_id`,`by`,`kind`,`saved_at`);--> statement-breakpoint
CREATE INDEX `said_shared` ON `said` (`family_id`,`kind`,`shared_with`,`saved_at`);--> statement-breakpoint
CREATE INDEX `said_about` ON `said` (`family_id`,`about`,`kind`,`by`,`saved_at`);--> statement-breakpoint
DROP INDEX `sign_in_members_by_family`;--> statement-breakpoint
CREATE INDEX `sign_in_members_by_person` ON `sign_in_members` (`family_id`,`person_id`);--> statement-breakpoint
DROP INDEX `texts_by_family`;--> statement-breakpoint
CREATE INDEX `texts_to_person` ON `texts` (`family_id`,`person_id`,`queued_at`);--> statement-breakpoint
CREATE INDEX `texts_by_provider` ON `texts` (`provider_id`) WHERE provider_id is not null;--> statement-breakpoint
CREATE INDEX `texts_under_way` ON `texts` (`lease_until`) WHERE lease_until is not null;--> statement-breakpoint
CREATE INDEX `texts_to_forget` ON `texts` (`forgotten_at`) WHERE provider_id is not null;--> statement-breakpoint
CREATE INDEX `texts_by_family` ON `texts` (`family_id`,`kind`,`queued_at`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_audit` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`chain` text NOT NULL,
	`seq` integer NOT NULL,
	`prev` text NOT NULL,
	`hash` text NOT NULL,
	`at` text NOT NULL,
	`who` text NOT NULL,
	`family_id` text,
	`did` text NOT NULL,
	`about` text
);
--> statement-breakpoint
-- What was one chain stays one, and can still be verified; from here on each family has its own, and the council.
INSERT INTO `__new_audit`("id", "chain", "seq", "prev", "hash", "at", "who", "family_id", "did", "about") SELECT "seq", 'before', "seq", "prev", "hash", "at", "who", "family_id", "did", "about" FROM `audit`;--> statement-breakpoint
INSERT INTO `audit_heads` ("chain", "seq", "hash") SELECT 'before', "seq", "hash" FROM `audit` ORDER BY "seq" DESC LIMIT 1;--> statement-breakpoint
DROP TABLE `audit`;--> statement-breakpoint
ALTER TABLE `__new_audit` RENAME TO `audit`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `audit_by_family` ON `audit` (`family_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_by_who` ON `audit` (`who`,`at`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_place_in_a_chain` ON `audit` (`chain`,`seq`);--> statement-breakpoint
ALTER TABLE `families` ADD `revision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `families` ADD `unread` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `incoming_texts` ADD `attached` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `incoming_texts_unread` ON `incoming_texts` (`family_id`,`at`) WHERE seen_at is null;--> statement-breakpoint
CREATE INDEX `incoming_texts_to_forget` ON `incoming_texts` (`forgotten_at`) WHERE forgotten_at is null;--> statement-breakpoint
ALTER TABLE `sealed_forms` ADD `browser` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `sealed_forms_by_membership` ON `sealed_forms` (`membership_id`);--> statement-breakpoint
CREATE INDEX `sealed_forms_shown` ON `sealed_forms` (`opened_at`);--> statement-breakpoint
CREATE INDEX `form_tickets_by_time` ON `form_tickets` (`used_at`);--> statement-breakpoint
CREATE INDEX `invitations_running_out` ON `invitations` (`expires_at`) WHERE expired_at is null and opened_at is null and voided_at is null;--> statement-breakpoint
CREATE INDEX `memberships_ended` ON `memberships` (`ended_at`) WHERE ended_at is not null;--> statement-breakpoint
CREATE INDEX `seen_in_time` ON `seen` (`family_id`,`at`);--> statement-breakpoint
CREATE INDEX `seen_by_staff` ON `seen` (`family_id`,`by`);--> statement-breakpoint
CREATE INDEX `sessions_by_end` ON `sessions` (`ends_at`);--> statement-breakpoint
CREATE INDEX `sessions_by_membership` ON `sessions` (`membership_id`);--> statement-breakpoint
CREATE INDEX `sign_ins_running_out` ON `sign_ins` (`expires_at`) WHERE expired_at is null and used_at is null and voided_at is null;--> statement-breakpoint
CREATE INDEX `staff_sessions_by_end` ON `staff_sessions` (`ends_at`);--> statement-breakpoint
CREATE INDEX `versions_in_order` ON `versions` (`family_id`,`number`,`published_at`,`made_at`,`id`);
--> statement-breakpoint
-- So many wait to be read, counted as they come and go.
CREATE TRIGGER `unread_came` AFTER INSERT ON `unread` BEGIN
	UPDATE `families` SET `unread` = `unread` + 1 WHERE `id` = new.`family_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `unread_went` AFTER DELETE ON `unread` BEGIN
	UPDATE `families` SET `unread` = `unread` - 1 WHERE `id` = old.`family_id`;
END;
--> statement-breakpoint
-- By trigger, so that no write can forget it: the last row of a chain cannot go missing unnoticed.
CREATE TRIGGER `audit_head` AFTER INSERT ON `audit` BEGIN
	INSERT INTO `audit_heads` ("chain", "seq", "hash") VALUES (new."chain", new."seq", new."hash")
	ON CONFLICT ("chain") DO UPDATE SET "seq" = excluded."seq", "hash" = excluded."hash";
END;
--> statement-breakpoint
-- Who may read an entry stands in a column from here on.
UPDATE `said` SET `shared_with` = coalesce(
	json_extract(`entry`, '$.sharedWith'),
	CASE WHEN `kind` IN ('checkIns', 'replies') OR EXISTS (
		SELECT 1 FROM `versions` `v`, json_each(`v`.`document`, '$.children') `child`
		WHERE `v`.`family_id` = `said`.`family_id` AND json_extract(`child`.`value`, '$.id') = `said`.`by`
	) THEN 'worker' ELSE 'inner' END
);--> statement-breakpoint
CREATE TRIGGER `said_is_newest` AFTER INSERT ON `said` WHEN new.`about` IS NOT NULL AND new.`kind` IN ('answers', 'positions', 'scores', 'approvals')
BEGIN
	INSERT INTO `newest_said` (`family_id`, `kind`, `about`, `by`, `shared_with`, `seq`, `saved_at`)
	VALUES (new.`family_id`, new.`kind`, new.`about`, new.`by`, new.`shared_with`, new.`seq`, new.`saved_at`)
	ON CONFLICT (`family_id`, `kind`, `about`, `by`, `shared_with`)
	DO UPDATE SET `seq` = excluded.`seq`, `saved_at` = excluded.`saved_at` WHERE excluded.`saved_at` >= `newest_said`.`saved_at`;
END;--> statement-breakpoint
CREATE TRIGGER `said_is_unread` AFTER INSERT ON `said` WHEN new.`kind` <> 'replies'
	AND (new.`kind` = 'checkIns' OR new.`version_id` IS NOT NULL)
	AND new.`by` NOT IN (SELECT `id` FROM `staff`)
	AND coalesce(json_extract(new.`entry`, '$.recordedBy'), '') NOT IN (SELECT `id` FROM `staff`)
BEGIN
	INSERT INTO `unread` (`family_id`, `said_id`, `seq`, `saved_at`, `first`)
	VALUES (new.`family_id`, new.`id`, new.`seq`, new.`saved_at`,
		new.`ring_me` = 1 OR coalesce(json_extract(new.`entry`, '$.result') = 'worry', 0));
END;--> statement-breakpoint
CREATE TRIGGER `seen_is_read` AFTER INSERT ON `seen` WHEN EXISTS (
	SELECT 1 FROM `assignments` WHERE `family_id` = new.`family_id` AND `staff_id` = new.`by` AND `as` IN ('worker', 'covering')
		AND `from` <= new.`at` AND (`until` IS NULL OR `until` > new.`at`)
)
BEGIN
	DELETE FROM `unread` WHERE `family_id` = new.`family_id` AND `said_id` = new.`said_id`;
END;--> statement-breakpoint
CREATE TRIGGER `assigned_has_read` AFTER INSERT ON `assignments` WHEN new.`as` IN ('worker', 'covering')
BEGIN
	DELETE FROM `unread` WHERE `family_id` = new.`family_id`
		AND `said_id` IN (SELECT `said_id` FROM `seen` WHERE `family_id` = new.`family_id` AND `by` = new.`staff_id`);
END;--> statement-breakpoint
INSERT INTO `newest_said` (`family_id`, `kind`, `about`, `by`, `shared_with`, `seq`, `saved_at`)
SELECT `family_id`, `kind`, `about`, `by`, `shared_with`, `seq`, `saved_at` FROM (
	SELECT *, row_number() OVER (
		PARTITION BY `family_id`, `kind`, `about`, `by`, `shared_with` ORDER BY `saved_at` DESC, `seq` DESC
	) AS `place` FROM `said` WHERE `about` IS NOT NULL AND `kind` IN ('answers', 'positions', 'scores', 'approvals')
) WHERE `place` = 1;--> statement-breakpoint
INSERT INTO `unread` (`family_id`, `said_id`, `seq`, `saved_at`, `first`)
SELECT `family_id`, `id`, `seq`, `saved_at`, `ring_me` = 1 OR coalesce(json_extract(`entry`, '$.result') = 'worry', 0)
FROM `said` WHERE `kind` <> 'replies' AND (`kind` = 'checkIns' OR `version_id` IS NOT NULL)
	AND `by` NOT IN (SELECT `id` FROM `staff`)
	AND coalesce(json_extract(`entry`, '$.recordedBy'), '') NOT IN (SELECT `id` FROM `staff`)
	AND NOT EXISTS (
		SELECT 1 FROM `seen` JOIN `assignments` ON `assignments`.`family_id` = `seen`.`family_id`
			AND `assignments`.`staff_id` = `seen`.`by` AND `assignments`.`as` IN ('worker', 'covering')
		WHERE `seen`.`family_id` = `said`.`family_id` AND `seen`.`said_id` = `said`.`id`
	);
--> statement-breakpoint
-- Whatever a page of a family shows: each write of it raises the family's revision.
CREATE TRIGGER `raises_revision_versions_insert` AFTER INSERT ON `versions` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = new.`family_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `raises_revision_versions_update` AFTER UPDATE ON `versions` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = new.`family_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `raises_revision_versions_delete` AFTER DELETE ON `versions` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = old.`family_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `raises_revision_people_insert` AFTER INSERT ON `people` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = new.`family_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `raises_revision_people_update` AFTER UPDATE ON `people` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = new.`family_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `raises_revision_people_delete` AFTER DELETE ON `people` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = old.`family_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `raises_revision_narrowings_insert` AFTER INSERT ON `narrowings` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = new.`family_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `raises_revision_narrowings_update` AFTER UPDATE ON `narrowings` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = new.`family_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `raises_revision_narrowings_delete` AFTER DELETE ON `narrowings` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = old.`family_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `raises_revision_memberships_insert` AFTER INSERT ON `memberships` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = new.`family_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `raises_revision_memberships_update` AFTER UPDATE ON `memberships` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = new.`family_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `raises_revision_memberships_delete` AFTER DELETE ON `memberships` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = old.`family_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `raises_revision_assignments_insert` AFTER INSERT ON `assignments` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = new.`family_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `raises_revision_assignments_update` AFTER UPDATE ON `assignments` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = new.`family_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `raises_revision_assignments_delete` AFTER DELETE ON `assignments` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = old.`family_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `raises_revision_said_insert` AFTER INSERT ON `said` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = new.`family_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `raises_revision_said_update` AFTER UPDATE ON `said` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = new.`family_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `raises_revision_said_delete` AFTER DELETE ON `said` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = old.`family_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `raises_revision_seen_insert` AFTER INSERT ON `seen` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = new.`family_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `raises_revision_seen_update` AFTER UPDATE ON `seen` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = new.`family_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `raises_revision_seen_delete` AFTER DELETE ON `seen` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` = old.`family_id`;
END;
--> statement-breakpoint
CREATE TRIGGER `raises_revision_staff_update` AFTER UPDATE ON `staff` BEGIN
	UPDATE `families` SET `revision` = `revision` + 1 WHERE `id` IN (SELECT `family_id` FROM `assignments` WHERE `staff_id` = new.`id`);
END;
