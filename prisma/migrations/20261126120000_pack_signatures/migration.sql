-- Statute packs, decisions on open points and kept dates: data that two persons sign.

-- CreateEnum
CREATE TYPE "PackState" AS ENUM ('draft', 'signed', 'withdrawn');
CREATE TYPE "PackOrigin" AS ENUM ('built_in', 'agency');

-- AlterTable: what is here came with the program, and is in force.
ALTER TABLE "statute_pack" ADD COLUMN     "basis" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "content" JSONB,
ADD COLUMN     "origin" "PackOrigin" NOT NULL DEFAULT 'built_in',
ADD COLUMN     "state" "PackState" NOT NULL DEFAULT 'signed',
ADD COLUMN     "in_force_since" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawn_by" TEXT,
ADD COLUMN     "withdrawal_reason" TEXT;
UPDATE statute_pack SET in_force_since = loaded_at;
ALTER TABLE "statute_pack" ALTER COLUMN "origin" DROP DEFAULT,
ALTER COLUMN "state" DROP DEFAULT,
ALTER COLUMN "basis" DROP DEFAULT;

-- AlterTable
ALTER TABLE "reading" RENAME COLUMN "duty_id" TO "subject";
ALTER TABLE "reading" RENAME COLUMN "reading" TO "choice";
ALTER INDEX "reading_law_duty_id_idx" RENAME TO "reading_law_subject_idx";
ALTER TABLE "reading" ADD COLUMN     "basis" TEXT NOT NULL,
ADD COLUMN     "countersigned_at" TIMESTAMPTZ(3),
ADD COLUMN     "point" TEXT NOT NULL;

-- CreateTable
CREATE TABLE "deadline_hold" (
    "id" UUID NOT NULL,
    "matter_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "due" DATE NOT NULL,
    "due_latest" DATE NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "instead_of" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "rehearsal_id" UUID,
    "released_by" TEXT,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "deadline_hold_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "deadline_hold_matter_id_idx" ON "deadline_hold"("matter_id");

-- AddForeignKey
ALTER TABLE "deadline_hold" ADD CONSTRAINT "deadline_hold_matter_id_fkey" FOREIGN KEY ("matter_id") REFERENCES "matter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ───────────── Packs ─────────────

ALTER TABLE statute_pack
  ADD CONSTRAINT statute_pack_law CHECK (law IN ('2025', '2008')),
  -- Nobody of the agency stands behind what the program brings.
  ADD CONSTRAINT statute_pack_built_in CHECK (origin = 'agency' OR countersigner IS NULL),
  ADD CONSTRAINT statute_pack_content CHECK (origin = 'built_in' OR content IS NOT NULL),
  ADD CONSTRAINT statute_pack_basis CHECK (origin = 'built_in' OR btrim(basis) <> ''),
  -- An agency's pack is in force by two signatures and not otherwise.
  ADD CONSTRAINT statute_pack_signed CHECK (
    origin = 'built_in' OR (state <> 'draft') = (countersigner IS NOT NULL) OR (state = 'withdrawn' AND countersigner IS NULL)),
  ADD CONSTRAINT statute_pack_in_force CHECK (
    CASE state WHEN 'draft' THEN in_force_since IS NULL WHEN 'signed' THEN in_force_since IS NOT NULL ELSE true END),
  ADD CONSTRAINT statute_pack_withdrawal CHECK (
    (state = 'withdrawn') = (withdrawn_at IS NOT NULL) AND (withdrawn_at IS NULL) = (withdrawn_by IS NULL)
    AND (withdrawn_at IS NULL) = (withdrawal_reason IS NULL)),
  -- Of each law one pack decides from a day on; what the agency signed never overlaps.
  ADD CONSTRAINT statute_pack_one_from_a_day EXCLUDE (law WITH =, in_force_from WITH =) WHERE (state = 'signed'),
  ADD CONSTRAINT statute_pack_no_overlap EXCLUDE USING gist (law WITH =, daterange(in_force_from, in_force_to, '[]') WITH &&)
    WHERE (state = 'signed' AND origin = 'agency');

-- What an agency loaded is never rewritten: it is signed, replaced or withdrawn.
CREATE FUNCTION keep_packs() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  signing constant text[] := ARRAY['state', 'countersigner', 'in_force_since'];
  withdrawing constant text[] := ARRAY['state', 'withdrawn_at', 'withdrawn_by', 'withdrawal_reason'];
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.origin = 'built_in' AND NEW.origin = 'built_in' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND (
    (OLD.state = 'draft' AND NEW.state = 'signed' AND to_jsonb(NEW) - signing = to_jsonb(OLD) - signing)
    OR (OLD.state <> 'withdrawn' AND NEW.state = 'withdrawn' AND to_jsonb(NEW) - withdrawing = to_jsonb(OLD) - withdrawing)
  ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'pack % of the law of % stays as it is: load a new version (% refused)', OLD.version, OLD.law, TG_OP
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER statute_pack_stays BEFORE UPDATE OR DELETE ON statute_pack
  FOR EACH ROW EXECUTE FUNCTION keep_packs();

-- ───────────── Decisions on open points ─────────────

ALTER TABLE reading
  ADD CONSTRAINT reading_law CHECK (law IN ('2025', '2008')),
  ADD CONSTRAINT reading_point CHECK (point IN ('reading', 'extension', 'activate', 'transition', 'resume', 'swap-days', 'rule')),
  ADD CONSTRAINT reading_basis CHECK (btrim(basis) <> ''),
  ADD CONSTRAINT reading_signature CHECK ((countersigner IS NULL) = (countersigned_at IS NULL));

CREATE FUNCTION keep_readings() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  signing constant text[] := ARRAY['countersigner', 'countersigned_at'];
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.countersigner IS NULL AND to_jsonb(NEW) - signing = to_jsonb(OLD) - signing THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'decision % stays as it is: take another decision on the point (% refused)', OLD.id, TG_OP
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER reading_stays BEFORE UPDATE OR DELETE ON reading FOR EACH ROW EXECUTE FUNCTION keep_readings();

-- ───────────── Kept dates ─────────────

ALTER TABLE deadline_hold
  ADD CONSTRAINT deadline_hold_readings CHECK (due <= due_latest),
  ADD CONSTRAINT deadline_hold_reason CHECK (btrim(reason) <> ''),
  ADD CONSTRAINT deadline_hold_release CHECK ((released_by IS NULL) = (released_at IS NULL)),
  ADD CONSTRAINT deadline_hold_one EXCLUDE (matter_id WITH =, key WITH =) WHERE (released_at IS NULL);

CREATE FUNCTION keep_holds() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  releasing constant text[] := ARRAY['released_by', 'released_at'];
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.released_at IS NULL AND to_jsonb(NEW) - releasing = to_jsonb(OLD) - releasing THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'kept date % stays as it is: release it and keep another (% refused)', OLD.id, TG_OP
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER deadline_hold_stays BEFORE UPDATE ON deadline_hold FOR EACH ROW EXECUTE FUNCTION keep_holds();
