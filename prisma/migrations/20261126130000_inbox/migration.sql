-- When its recipient saw an alert in the program. Says nothing of mails.
ALTER TABLE "alert" ADD COLUMN "read_at" TIMESTAMPTZ(3);

-- The inbox of an officer, newest first.
CREATE INDEX "alert_recipient_id_created_at_id_idx" ON "alert"("recipient_id", "created_at", "id");
