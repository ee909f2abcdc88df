-- What keeps mails from arriving becomes a task for a person; mails to an address at fault are held until it is put right.

CREATE TABLE "delivery_task" (
    "id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "officer_id" UUID,
    "unit_id" UUID,
    "address" TEXT,
    "holds" BOOLEAN NOT NULL DEFAULT false,
    "status" TEXT,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" TEXT,
    "resolution" TEXT,
    CONSTRAINT "delivery_task_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "delivery_task_unit_id_closed_at_idx" ON "delivery_task"("unit_id", "closed_at");
CREATE INDEX "delivery_task_officer_id_idx" ON "delivery_task"("officer_id");
ALTER TABLE "delivery_task" ADD CONSTRAINT "delivery_task_officer_id_fkey"
  FOREIGN KEY ("officer_id") REFERENCES "officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "delivery_task" ADD CONSTRAINT "delivery_task_unit_id_fkey"
  FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "outbox" ADD COLUMN "requeued_at" TIMESTAMPTZ(3), ADD COLUMN "task_id" UUID;
CREATE INDEX "outbox_task_id_idx" ON "outbox"("task_id");
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_task_id_fkey"
  FOREIGN KEY ("task_id") REFERENCES "delivery_task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE INDEX "delivery_at_idx" ON "delivery"("at");

-- Beyond the schema language ───────────

ALTER TABLE delivery_task
  ADD CONSTRAINT delivery_task_reason CHECK (
    reason IN ('bad_address', 'address_refused', 'mail_refused', 'given_up', 'unknown_fate', 'circular_delegation')),
  ADD CONSTRAINT delivery_task_resolution CHECK (
    resolution IN ('address_corrected', 'sent_again', 'dropped', 'cured')),
  ADD CONSTRAINT delivery_task_closed CHECK ((closed_at IS NULL) = (resolution IS NULL) AND (closed_at IS NULL) = (closed_by IS NULL)),
  ADD CONSTRAINT delivery_task_holds_an_address CHECK (NOT holds OR address IS NOT NULL);

-- One open task for an address at fault, one for a circle found at an officer.
CREATE UNIQUE INDEX delivery_task_one_per_address ON delivery_task (lower(address)) WHERE holds AND closed_at IS NULL;
CREATE UNIQUE INDEX delivery_task_one_per_circle ON delivery_task (officer_id) WHERE reason = 'circular_delegation' AND closed_at IS NULL;

-- Mails that wait, by address: what an open task holds back is found without reading the whole outbox.
CREATE INDEX outbox_waiting_address ON outbox (lower(to_address)) WHERE state IN ('pending', 'deferred', 'suppressed');

-- A mail system takes `A@x` and `a@x` for one mailbox.
CREATE UNIQUE INDEX officer_email_folded ON officer (lower(email));

-- The next mails to hand over, in order, without sorting all that wait.
CREATE INDEX outbox_ready ON outbox (next_try_at, id) WHERE state IN ('pending', 'deferred', 'unknown');
