ALTER TABLE `invitations` ADD `expired_at` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `idle_at` text;--> statement-breakpoint
CREATE INDEX `sessions_by_invitation` ON `sessions` (`invitation_id`);--> statement-breakpoint
CREATE INDEX `sessions_by_sign_in` ON `sessions` (`sign_in_id`);--> statement-breakpoint
CREATE INDEX `sessions_in_use` ON `sessions` (`ended_at`,`idle_at`);--> statement-breakpoint
ALTER TABLE `sign_ins` ADD `expired_at` text;--> statement-breakpoint
ALTER TABLE `sign_ins` ADD `stopped_at` text;--> statement-breakpoint
CREATE INDEX `memberships_by_invitation` ON `memberships` (`invitation_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_membership_a_person` ON `memberships` (`family_id`,`person_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `texts_by_number` ON `texts` (`to`,`queued_at`);