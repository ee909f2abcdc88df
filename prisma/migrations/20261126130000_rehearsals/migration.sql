-- CreateEnum
CREATE TYPE "RehearsalState" AS ENUM ('computing', 'ready', 'applied', 'abandoned');
CREATE TYPE "MoveKind" AS ENUM ('earlier', 'later', 'new', 'gone');
CREATE TYPE "ChangeVerdict" AS ENUM ('pending', 'approved', 'rejected');

-- CreateTable
CREATE TABLE "rehearsal" (
    "id" UUID NOT NULL,
    "subject" JSONB NOT NULL,
    "author" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "law_stamp" INTEGER NOT NULL,
    "state" "RehearsalState" NOT NULL DEFAULT 'computing',
    "matters_total" INTEGER NOT NULL,
    "matters_done" INTEGER NOT NULL DEFAULT 0,
    "after" UUID,
    "ready_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" TEXT,

    CONSTRAINT "rehearsal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rehearsal_change" (
    "rehearsal_id" UUID NOT NULL,
    "matter_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "duty_id" TEXT NOT NULL,
    "law" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "officer_id" UUID,
    "kind" "MoveKind" NOT NULL,
    "overdue_at_once" BOOLEAN NOT NULL,
    "due_before" DATE,
    "due_latest_before" DATE,
    "due_at_before" TIMESTAMPTZ(3),
    "due" DATE,
    "due_latest" DATE,
    "due_at" TIMESTAMPTZ(3),
    "verdict" "ChangeVerdict" NOT NULL DEFAULT 'pending',
    "reason" TEXT,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "rehearsal_change_pkey" PRIMARY KEY ("rehearsal_id","matter_id","key")
);

-- CreateIndex
CREATE INDEX "rehearsal_created_at_idx" ON "rehearsal"("created_at");
CREATE INDEX "rehearsal_change_rehearsal_id_unit_id_officer_id_idx" ON "rehearsal_change"("rehearsal_id", "unit_id", "officer_id");
CREATE INDEX "rehearsal_change_matter_id_idx" ON "rehearsal_change"("matter_id");

-- AddForeignKey
ALTER TABLE "rehearsal_change" ADD CONSTRAINT "rehearsal_change_rehearsal_id_fkey" FOREIGN KEY ("rehearsal_id") REFERENCES "rehearsal"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "rehearsal_change" ADD CONSTRAINT "rehearsal_change_matter_id_fkey" FOREIGN KEY ("matter_id") REFERENCES "matter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the program holds itself to.
ALTER TABLE rehearsal
  ADD CONSTRAINT rehearsal_ready CHECK ((ready_at IS NULL) = (state = 'computing') OR state = 'abandoned'),
  ADD CONSTRAINT rehearsal_ended CHECK ((state IN ('applied', 'abandoned')) = (ended_at IS NOT NULL) AND (ended_at IS NULL) = (ended_by IS NULL));
ALTER TABLE rehearsal_change
  ADD CONSTRAINT rehearsal_change_ends CHECK (
    CASE kind WHEN 'new' THEN due_before IS NULL AND due IS NOT NULL WHEN 'gone' THEN due_before IS NOT NULL AND due IS NULL
      ELSE due_before IS NOT NULL AND due IS NOT NULL END),
  ADD CONSTRAINT rehearsal_change_verdict CHECK (
    (verdict = 'pending') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
  -- Only a date that moves can be kept, and only for a reason.
  ADD CONSTRAINT rehearsal_change_rejected CHECK (verdict <> 'rejected' OR (kind IN ('earlier', 'later') AND btrim(reason) <> ''));
