-- What a digest has to remember: the mornings for which digests were written, and which limits it said are settled.

CREATE TABLE "digest_run" (
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "digest_run_pkey" PRIMARY KEY ("day")
);
-- Mornings from before this was kept: those that have a digest.
INSERT INTO digest_run (day, at)
SELECT for_day, min(created_at) FROM outbox WHERE kind = 'digest' AND for_day IS NOT NULL GROUP BY for_day;

ALTER TABLE "alert" ADD COLUMN "settled_in" UUID;
ALTER TABLE "alert" ADD CONSTRAINT "alert_settled_in_fkey"
  FOREIGN KEY ("settled_in") REFERENCES "outbox"("id") ON DELETE SET NULL ON UPDATE CASCADE;
-- What was settled before this was kept is old news.
UPDATE alert SET settled_in = outbox_id
FROM deadline d
WHERE d.id = alert.deadline_id AND alert.outbox_id IS NOT NULL AND (NOT d.current OR d.status NOT IN ('open', 'overdue'));

-- Beyond the schema language ───────────

-- What a reader was told and has not yet been told is settled.
CREATE INDEX alert_told ON alert (recipient_id) WHERE outbox_id IS NOT NULL AND settled_in IS NULL;
CREATE INDEX alert_settled_in ON alert (settled_in) WHERE settled_in IS NOT NULL;

-- The next mails to hand over, in order, without sorting all that wait: what is not sent by the morning's hundreds goes first.
DROP INDEX outbox_ready;
CREATE INDEX outbox_ready ON outbox ((kind IN ('digest', 'weekly')), next_try_at, id) WHERE state IN ('pending', 'deferred', 'unknown');

-- Urgent mails that wait, by reader: to see who is about to get too many.
CREATE INDEX outbox_urgent ON outbox (recipient_id, created_at) WHERE kind = 'urgent';
