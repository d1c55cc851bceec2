-- Of each person what they said last of the whole plan is found as a position is.
DROP TRIGGER `said_is_newest`;--> statement-breakpoint
CREATE TRIGGER `said_is_newest` AFTER INSERT ON `said` WHEN new.`about` IS NOT NULL AND new.`kind` IN ('answers', 'positions', 'scores', 'approvals', 'agreements')
BEGIN
	INSERT INTO `newest_said` (`family_id`, `kind`, `about`, `by`, `shared_with`, `seq`, `saved_at`)
	VALUES (new.`family_id`, new.`kind`, new.`about`, new.`by`, new.`shared_with`, new.`seq`, new.`saved_at`)
	ON CONFLICT (`family_id`, `kind`, `about`, `by`, `shared_with`)
	DO UPDATE SET `seq` = excluded.`seq`, `saved_at` = excluded.`saved_at` WHERE excluded.`saved_at` >= `newest_said`.`saved_at`;
END;
