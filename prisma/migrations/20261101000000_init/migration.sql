-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "UnitKind" AS ENUM ('province', 'branch', 'department');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('enforcer', 'complaint_handler', 'branch_head', 'department_head', 'province_head', 'legal_officer', 'clerk', 'administrator');

-- CreateEnum
CREATE TYPE "MatterKind" AS ENUM ('enforcement_case', 'complaint', 'denunciation', 'petition', 'procuracy_protest', 'procuracy_recommendation', 'reception');

-- CreateEnum
CREATE TYPE "DeadlineStatus" AS ENUM ('open', 'paused', 'overdue', 'met', 'late', 'void');

-- CreateEnum
CREATE TYPE "OutboxState" AS ENUM ('pending', 'sending', 'unknown', 'accepted', 'deferred', 'bounced', 'suppressed');

-- CreateTable
CREATE TABLE "unit" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "UnitKind" NOT NULL,
    "parent_id" UUID,
    "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_succession" (
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "on" DATE NOT NULL,
    "basis" TEXT NOT NULL,

    CONSTRAINT "unit_succession_pkey" PRIMARY KEY ("from_id","to_id","on")
);

-- CreateTable
CREATE TABLE "officer" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "officer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "officer_role" (
    "officer_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "officer_role_pkey" PRIMARY KEY ("officer_id","unit_id","role","valid_from")
);

-- CreateTable
CREATE TABLE "absence" (
    "id" UUID NOT NULL,
    "officer_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delegation" (
    "id" UUID NOT NULL,
    "delegator_id" UUID NOT NULL,
    "delegate_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "basis" TEXT NOT NULL,

    CONSTRAINT "delegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "matter" (
    "id" UUID NOT NULL,
    "kind" "MatterKind" NOT NULL,
    "number" TEXT NOT NULL,
    "reporting_year" INTEGER NOT NULL,
    "unit_id" UUID NOT NULL,
    "officer_id" UUID,
    "parent_id" UUID,
    "opened_on" DATE NOT NULL,
    "closed_on" DATE,
    "stage" TEXT NOT NULL,
    "law" TEXT NOT NULL,
    "last_seq" INTEGER NOT NULL DEFAULT 0,
    "next_wake_at" TIMESTAMPTZ(3),
    "next_due" DATE,
    "import_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "matter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enforcement_case" (
    "matter_id" UUID NOT NULL,
    "origin" TEXT NOT NULL,
    "judgment_number" TEXT,
    "judgment_date" DATE,
    "court" TEXT,
    "judgment_type" TEXT,
    "amount" BIGINT NOT NULL DEFAULT 0,
    "credit" BOOLEAN NOT NULL DEFAULT false,
    "obligations" TEXT,

    CONSTRAINT "enforcement_case_pkey" PRIMARY KEY ("matter_id")
);

-- CreateTable
CREATE TABLE "complaint" (
    "matter_id" UUID NOT NULL,
    "level" INTEGER NOT NULL,
    "class" TEXT NOT NULL,
    "against" TEXT NOT NULL DEFAULT 'state',
    "outcome" TEXT,

    CONSTRAINT "complaint_pkey" PRIMARY KEY ("matter_id")
);

-- CreateTable
CREATE TABLE "denunciation" (
    "matter_id" UUID NOT NULL,
    "complexity" TEXT NOT NULL DEFAULT 'normal',

    CONSTRAINT "denunciation_pkey" PRIMARY KEY ("matter_id")
);

-- CreateTable
CREATE TABLE "petition" (
    "matter_id" UUID NOT NULL,
    "source" TEXT,

    CONSTRAINT "petition_pkey" PRIMARY KEY ("matter_id")
);

-- CreateTable
CREATE TABLE "procuracy_act" (
    "matter_id" UUID NOT NULL,
    "level" TEXT NOT NULL DEFAULT 'regional',

    CONSTRAINT "procuracy_act_pkey" PRIMARY KEY ("matter_id")
);

-- CreateTable
CREATE TABLE "reception" (
    "matter_id" UUID NOT NULL,
    "by_head" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "reception_pkey" PRIMARY KEY ("matter_id")
);

-- CreateTable
CREATE TABLE "party" (
    "id" UUID NOT NULL,
    "matter_id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT,

    CONSTRAINT "party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "matter_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "occurred_on" DATE NOT NULL,
    "at_minute" INTEGER,
    "attrs" JSONB NOT NULL DEFAULT '{}',
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "command_id" TEXT NOT NULL,
    "corrects_id" UUID,
    "retracted" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deadline" (
    "id" UUID NOT NULL,
    "matter_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "current" BOOLEAN NOT NULL DEFAULT true,
    "duty_id" TEXT NOT NULL,
    "law" TEXT NOT NULL,
    "basis" TEXT NOT NULL DEFAULT 'law',
    "role" TEXT NOT NULL,
    "unit_kind" TEXT NOT NULL,
    "started_on" DATE NOT NULL,
    "due" DATE NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "due_latest" DATE NOT NULL,
    "status" "DeadlineStatus" NOT NULL,
    "closed_on" DATE,
    "closed_by_event" UUID,
    "provisional" BOOLEAN NOT NULL DEFAULT false,
    "lapse" BOOLEAN NOT NULL DEFAULT false,
    "slip" JSONB NOT NULL,
    "calendar_version" TEXT NOT NULL,
    "pack_version" TEXT NOT NULL,
    "change_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pause" (
    "id" UUID NOT NULL,
    "matter_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE,
    "basis" TEXT NOT NULL,

    CONSTRAINT "pause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "classification_span" (
    "id" UUID NOT NULL,
    "matter_id" UUID NOT NULL,
    "class" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE,

    CONSTRAINT "classification_span_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "money_movement" (
    "id" UUID NOT NULL,
    "matter_id" UUID NOT NULL,
    "event_id" UUID,
    "kind" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "amount" BIGINT NOT NULL,

    CONSTRAINT "money_movement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_year" (
    "year" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "decision" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,
    "provisional" BOOLEAN NOT NULL DEFAULT false,
    "lunar_new_year" DATE,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL,
    "author" TEXT NOT NULL,
    "countersigner" TEXT,

    CONSTRAINT "calendar_year_pkey" PRIMARY KEY ("year","version")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "year" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "working" BOOLEAN NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "instead_of" DATE,
    "confidence" TEXT,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("year","version","day")
);

-- CreateTable
CREATE TABLE "statute_pack" (
    "law" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "in_force_from" DATE NOT NULL,
    "in_force_to" DATE,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL,
    "author" TEXT NOT NULL,
    "countersigner" TEXT,

    CONSTRAINT "statute_pack_pkey" PRIMARY KEY ("law","version")
);

-- CreateTable
CREATE TABLE "reading" (
    "id" UUID NOT NULL,
    "law" TEXT NOT NULL,
    "duty_id" TEXT NOT NULL,
    "reading" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "countersigner" TEXT,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_policy" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "duty_class" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "offset" INTEGER NOT NULL,
    "counted_from" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "urgency" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "alert_policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert" (
    "id" UUID NOT NULL,
    "matter_id" UUID NOT NULL,
    "deadline_id" UUID NOT NULL,
    "threshold" TEXT NOT NULL,
    "recipient_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "urgency" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "outbox_id" UUID,

    CONSTRAINT "alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "acknowledgement" (
    "id" UUID NOT NULL,
    "alert_id" UUID NOT NULL,
    "officer_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "promised_on" DATE,
    "command_id" TEXT NOT NULL,

    CONSTRAINT "acknowledgement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" UUID NOT NULL,
    "message_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "recipient_id" UUID,
    "to_address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT,
    "for_day" DATE,
    "state" "OutboxState" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" UUID NOT NULL,
    "outbox_id" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" "OutboxState" NOT NULL,
    "response" TEXT,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "basis" TEXT,
    "unit_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "extended_to" DATE,
    "measured_from" DATE NOT NULL,
    "measured_to" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_target" (
    "id" UUID NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "indicator" TEXT NOT NULL,
    "unit_id" UUID,
    "tier_above" INTEGER,
    "tier_up_to" INTEGER,
    "value" INTEGER NOT NULL,

    CONSTRAINT "campaign_target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_baseline" (
    "campaign_id" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "frozen_at" TIMESTAMPTZ(3) NOT NULL,
    "as_of" DATE NOT NULL,
    "counts" JSONB NOT NULL,

    CONSTRAINT "campaign_baseline_pkey" PRIMARY KEY ("campaign_id","unit_id")
);

-- CreateTable
CREATE TABLE "campaign_snapshot" (
    "campaign_id" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "subject_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "counts" JSONB NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaign_snapshot_pkey" PRIMARY KEY ("campaign_id","as_of","subject_id")
);

-- CreateTable
CREATE TABLE "campaign_task" (
    "id" UUID NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "campaign_task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_item" (
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "unit_id" UUID,
    "officer_id" UUID,
    "due" DATE,
    "done_on" DATE,

    CONSTRAINT "work_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "path" TEXT,
    "layout" TEXT,
    "unit_code" TEXT,
    "dry_run" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL DEFAULT 'received',
    "rows_read" INTEGER NOT NULL DEFAULT 0,
    "rows_wrong" INTEGER NOT NULL DEFAULT 0,
    "matters_new" INTEGER NOT NULL DEFAULT 0,
    "matters_known" INTEGER NOT NULL DEFAULT 0,
    "started" INTEGER NOT NULL DEFAULT 0,
    "report" JSONB,
    "recorded_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "import_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "page" INTEGER NOT NULL,
    "matter_id" UUID NOT NULL,
    "data" JSONB NOT NULL,
    "written" BOOLEAN NOT NULL DEFAULT false,
    "started" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_id","n")
);

-- CreateTable
CREATE TABLE "import_error" (
    "id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "sheet" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "column" TEXT,
    "severity" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "message_en" TEXT NOT NULL,

    CONSTRAINT "import_error_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "command" (
    "key" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "status" INTEGER,
    "answer" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "command_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "object" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "unit_code_key" ON "unit"("code");

-- CreateIndex
CREATE INDEX "unit_parent_id_idx" ON "unit"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "officer_code_key" ON "officer"("code");

-- CreateIndex
CREATE UNIQUE INDEX "officer_email_key" ON "officer"("email");

-- CreateIndex
CREATE INDEX "officer_unit_id_idx" ON "officer"("unit_id");

-- CreateIndex
CREATE INDEX "officer_role_unit_id_role_idx" ON "officer_role"("unit_id", "role");

-- CreateIndex
CREATE INDEX "absence_officer_id_from_day_idx" ON "absence"("officer_id", "from_day");

-- CreateIndex
CREATE INDEX "delegation_delegator_id_from_day_idx" ON "delegation"("delegator_id", "from_day");

-- CreateIndex
CREATE INDEX "matter_officer_id_closed_on_next_due_idx" ON "matter"("officer_id", "closed_on", "next_due");

-- CreateIndex
CREATE INDEX "matter_unit_id_kind_closed_on_next_due_idx" ON "matter"("unit_id", "kind", "closed_on", "next_due");

-- CreateIndex
CREATE INDEX "matter_parent_id_idx" ON "matter"("parent_id");

-- CreateIndex
CREATE INDEX "matter_import_id_idx" ON "matter"("import_id");

-- CreateIndex
CREATE UNIQUE INDEX "matter_kind_unit_id_reporting_year_number_key" ON "matter"("kind", "unit_id", "reporting_year", "number");

-- CreateIndex
CREATE INDEX "party_matter_id_idx" ON "party"("matter_id");

-- CreateIndex
CREATE INDEX "event_type_occurred_on_idx" ON "event"("type", "occurred_on");

-- CreateIndex
CREATE UNIQUE INDEX "event_matter_id_seq_key" ON "event"("matter_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "event_matter_id_command_id_key" ON "event"("matter_id", "command_id");

-- CreateIndex
CREATE INDEX "deadline_status_due_idx" ON "deadline"("status", "due");

-- CreateIndex
CREATE INDEX "deadline_matter_id_current_idx" ON "deadline"("matter_id", "current");

-- CreateIndex
CREATE UNIQUE INDEX "deadline_matter_id_key_version_key" ON "deadline"("matter_id", "key", "version");

-- CreateIndex
CREATE INDEX "pause_matter_id_idx" ON "pause"("matter_id");

-- CreateIndex
CREATE INDEX "classification_span_matter_id_idx" ON "classification_span"("matter_id");

-- CreateIndex
CREATE INDEX "classification_span_class_from_day_idx" ON "classification_span"("class", "from_day");

-- CreateIndex
CREATE INDEX "money_movement_matter_id_idx" ON "money_movement"("matter_id");

-- CreateIndex
CREATE INDEX "reading_law_duty_id_idx" ON "reading"("law", "duty_id");

-- CreateIndex
CREATE UNIQUE INDEX "alert_policy_version_duty_class_code_recipient_key" ON "alert_policy"("version", "duty_class", "code", "recipient");

-- CreateIndex
CREATE INDEX "alert_recipient_id_state_idx" ON "alert"("recipient_id", "state");

-- CreateIndex
CREATE INDEX "alert_matter_id_idx" ON "alert"("matter_id");

-- CreateIndex
CREATE UNIQUE INDEX "alert_deadline_id_threshold_recipient_id_key" ON "alert"("deadline_id", "threshold", "recipient_id");

-- CreateIndex
CREATE UNIQUE INDEX "acknowledgement_command_id_key" ON "acknowledgement"("command_id");

-- CreateIndex
CREATE INDEX "acknowledgement_alert_id_idx" ON "acknowledgement"("alert_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_message_id_key" ON "outbox"("message_id");

-- CreateIndex
CREATE INDEX "outbox_state_next_try_at_idx" ON "outbox"("state", "next_try_at");

-- CreateIndex
CREATE INDEX "outbox_recipient_id_for_day_idx" ON "outbox"("recipient_id", "for_day");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_outbox_id_attempt_key" ON "delivery"("outbox_id", "attempt");

-- CreateIndex
CREATE INDEX "campaign_target_campaign_id_idx" ON "campaign_target"("campaign_id");

-- CreateIndex
CREATE UNIQUE INDEX "campaign_task_campaign_id_number_key" ON "campaign_task"("campaign_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "work_item_task_id_number_key" ON "work_item"("task_id", "number");

-- CreateIndex
CREATE INDEX "import_row_import_id_page_idx" ON "import_row"("import_id", "page");

-- CreateIndex
CREATE INDEX "import_error_import_id_row_idx" ON "import_error"("import_id", "row");

-- CreateIndex
CREATE INDEX "audit_object_idx" ON "audit"("object");

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_succession" ADD CONSTRAINT "unit_succession_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_succession" ADD CONSTRAINT "unit_succession_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "officer" ADD CONSTRAINT "officer_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "officer_role" ADD CONSTRAINT "officer_role_officer_id_fkey" FOREIGN KEY ("officer_id") REFERENCES "officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_officer_id_fkey" FOREIGN KEY ("officer_id") REFERENCES "officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_delegator_id_fkey" FOREIGN KEY ("delegator_id") REFERENCES "officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_delegate_id_fkey" FOREIGN KEY ("delegate_id") REFERENCES "officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matter" ADD CONSTRAINT "matter_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matter" ADD CONSTRAINT "matter_officer_id_fkey" FOREIGN KEY ("officer_id") REFERENCES "officer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "matter" ADD CONSTRAINT "matter_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "matter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enforcement_case" ADD CONSTRAINT "enforcement_case_matter_id_fkey" FOREIGN KEY ("matter_id") REFERENCES "matter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_matter_id_fkey" FOREIGN KEY ("matter_id") REFERENCES "matter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "denunciation" ADD CONSTRAINT "denunciation_matter_id_fkey" FOREIGN KEY ("matter_id") REFERENCES "matter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "petition" ADD CONSTRAINT "petition_matter_id_fkey" FOREIGN KEY ("matter_id") REFERENCES "matter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "procuracy_act" ADD CONSTRAINT "procuracy_act_matter_id_fkey" FOREIGN KEY ("matter_id") REFERENCES "matter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reception" ADD CONSTRAINT "reception_matter_id_fkey" FOREIGN KEY ("matter_id") REFERENCES "matter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party" ADD CONSTRAINT "party_matter_id_fkey" FOREIGN KEY ("matter_id") REFERENCES "matter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_matter_id_fkey" FOREIGN KEY ("matter_id") REFERENCES "matter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_corrects_id_fkey" FOREIGN KEY ("corrects_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_matter_id_fkey" FOREIGN KEY ("matter_id") REFERENCES "matter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pause" ADD CONSTRAINT "pause_matter_id_fkey" FOREIGN KEY ("matter_id") REFERENCES "matter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "classification_span" ADD CONSTRAINT "classification_span_matter_id_fkey" FOREIGN KEY ("matter_id") REFERENCES "matter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "money_movement" ADD CONSTRAINT "money_movement_matter_id_fkey" FOREIGN KEY ("matter_id") REFERENCES "matter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_day" ADD CONSTRAINT "calendar_day_year_version_fkey" FOREIGN KEY ("year", "version") REFERENCES "calendar_year"("year", "version") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_matter_id_fkey" FOREIGN KEY ("matter_id") REFERENCES "matter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_deadline_id_fkey" FOREIGN KEY ("deadline_id") REFERENCES "deadline"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_outbox_id_fkey" FOREIGN KEY ("outbox_id") REFERENCES "outbox"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acknowledgement" ADD CONSTRAINT "acknowledgement_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alert"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_outbox_id_fkey" FOREIGN KEY ("outbox_id") REFERENCES "outbox"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_target" ADD CONSTRAINT "campaign_target_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_baseline" ADD CONSTRAINT "campaign_baseline_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_snapshot" ADD CONSTRAINT "campaign_snapshot_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_task" ADD CONSTRAINT "campaign_task_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_item" ADD CONSTRAINT "work_item_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "campaign_task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_error" ADD CONSTRAINT "import_error_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;


