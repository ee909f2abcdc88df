-- Delivery reports that were read, and how far the mailbox of reports was read.

CREATE TABLE "bounce_report" (
    "id" UUID NOT NULL,
    "report_id" TEXT NOT NULL,
    "outbox_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "status" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "bounce_report_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "bounce_report_outbox_id_idx" ON "bounce_report"("outbox_id");
ALTER TABLE "bounce_report" ADD CONSTRAINT "bounce_report_outbox_id_fkey"
  FOREIGN KEY ("outbox_id") REFERENCES "outbox"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "bounce_mailbox" (
    "key" TEXT NOT NULL,
    "uid_validity" BIGINT NOT NULL,
    "last_uid" BIGINT NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "bounce_mailbox_pkey" PRIMARY KEY ("key")
);

ALTER TABLE bounce_report
  ADD CONSTRAINT bounce_report_source CHECK (source IN ('imap', 'webhook')),
  ADD CONSTRAINT bounce_report_action CHECK (action IN ('failed', 'delayed', 'delivered'));
