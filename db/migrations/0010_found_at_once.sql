CREATE INDEX `said_calls` ON `said` (`family_id`,`by`,`saved_at`) WHERE ring_me = 1;--> statement-breakpoint
CREATE INDEX `incoming_texts_by_number` ON `incoming_texts` (`from`,`at`);
