-- What a mail carries is asked for each mail that is claimed.
CREATE INDEX "alert_outbox_id_idx" ON "alert"("outbox_id");
