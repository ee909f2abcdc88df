-- Calendar years in editions that two officers sign, and closures of single units.

-- What was here came with the program; it is written again, each edition with the day it was decided, when the program starts.
DELETE FROM calendar_year WHERE author = 'thoihan';

-- CreateEnum
CREATE TYPE "CalendarOrigin" AS ENUM ('built_in', 'agency');

-- AlterTable
ALTER TABLE "calendar_year" ADD COLUMN     "built_in_version" INTEGER,
ADD COLUMN     "decided_on" DATE,
ADD COLUMN     "hung_kings" DATE NOT NULL,
ADD COLUMN     "notes" TEXT,
ADD COLUMN     "origin" "CalendarOrigin" NOT NULL DEFAULT 'agency',
ADD COLUMN     "signed_at" TIMESTAMPTZ(3),
ADD COLUMN     "source_text" TEXT,
ALTER COLUMN "lunar_new_year" SET NOT NULL;

-- CreateTable
CREATE TABLE "unit_closure" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "countersigner" TEXT,
    "signed_at" TIMESTAMPTZ(3),
    "withdrawn_by" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawal_reason" TEXT,

    CONSTRAINT "unit_closure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "unit_closure_unit_id_from_day_idx" ON "unit_closure"("unit_id", "from_day");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_year_year_built_in_version_key" ON "calendar_year"("year", "built_in_version");

-- AddForeignKey
ALTER TABLE "unit_closure" ADD CONSTRAINT "unit_closure_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ───────────── Editions ─────────────

ALTER TABLE calendar_year
  ADD CONSTRAINT calendar_year_confidence CHECK (confidence IN ('N', 'L', 'D')),
  ADD CONSTRAINT calendar_year_hung_kings CHECK (extract(year FROM hung_kings) = year),
  ADD CONSTRAINT calendar_year_signature CHECK ((countersigner IS NULL) = (signed_at IS NULL)),
  ADD CONSTRAINT calendar_year_origin CHECK ((origin = 'built_in') = (built_in_version IS NOT NULL)),
  -- Nobody of the agency stands behind what the program brings, and the day of an agency's decision is known.
  ADD CONSTRAINT calendar_year_built_in CHECK (origin = 'agency' OR countersigner IS NULL),
  ADD CONSTRAINT calendar_year_decided CHECK (origin = 'built_in' OR decided_on IS NOT NULL);
ALTER TABLE calendar_day
  ADD CONSTRAINT calendar_day_kind CHECK (kind IN ('holiday', 'tet', 'compensation', 'swap', 'working_weekend')),
  ADD CONSTRAINT calendar_day_working CHECK (working = (kind = 'working_weekend')),
  ADD CONSTRAINT calendar_day_instead CHECK (working = (instead_of IS NOT NULL)),
  ADD CONSTRAINT calendar_day_weekend CHECK (working = (extract(isodow FROM day) >= 6));

-- An edition is never rewritten: all that happens to a draft is its second signature.
CREATE FUNCTION keep_calendar_editions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.origin = 'agency' AND OLD.countersigner IS NULL
    AND to_jsonb(NEW) - 'countersigner' - 'signed_at' = to_jsonb(OLD) - 'countersigner' - 'signed_at' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'calendar of % version % stays as it is: load a new version (% refused)', OLD.year, OLD.version, TG_OP
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER calendar_year_stays BEFORE UPDATE OR DELETE ON calendar_year
  FOR EACH ROW EXECUTE FUNCTION keep_calendar_editions();

CREATE FUNCTION keep_calendar_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NOT EXISTS (
    SELECT 1 FROM calendar_year WHERE year = NEW.year AND version = NEW.version AND countersigner IS NOT NULL
  ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the days of a calendar edition stay as they are: load a new version (% refused)', TG_OP
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER calendar_day_stays BEFORE INSERT OR UPDATE OR DELETE ON calendar_day
  FOR EACH ROW EXECUTE FUNCTION keep_calendar_days();

-- ───────────── Closures ─────────────

ALTER TABLE unit_closure
  ADD CONSTRAINT unit_closure_range CHECK (from_day <= to_day),
  ADD CONSTRAINT unit_closure_says_why CHECK (btrim(reason) <> '' AND btrim(decision) <> ''),
  ADD CONSTRAINT unit_closure_two_people CHECK (author <> countersigner),
  ADD CONSTRAINT unit_closure_signature CHECK ((countersigner IS NULL) = (signed_at IS NULL)),
  ADD CONSTRAINT unit_closure_withdrawal CHECK (
    (withdrawn_by IS NULL) = (withdrawn_at IS NULL) AND (withdrawn_by IS NULL) = (withdrawal_reason IS NULL)),
  ADD CONSTRAINT unit_closure_no_overlap EXCLUDE USING gist (unit_id WITH =, daterange(from_day, to_day, '[]') WITH &&)
    WHERE (withdrawn_at IS NULL);

CREATE FUNCTION keep_closures() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  signing constant text[] := ARRAY['countersigner', 'signed_at'];
  withdrawing constant text[] := ARRAY['withdrawn_by', 'withdrawn_at', 'withdrawal_reason'];
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.withdrawn_at IS NULL AND (
    (OLD.countersigner IS NULL AND to_jsonb(NEW) - signing = to_jsonb(OLD) - signing)
    OR to_jsonb(NEW) - withdrawing = to_jsonb(OLD) - withdrawing
  ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'closure % stays as it is: withdraw it and record another (% refused)', OLD.id, TG_OP
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER unit_closure_stays BEFORE UPDATE OR DELETE ON unit_closure
  FOR EACH ROW EXECUTE FUNCTION keep_closures();

CREATE TRIGGER unit_closure_changes_law AFTER INSERT OR UPDATE OR DELETE ON unit_closure
  FOR EACH STATEMENT EXECUTE FUNCTION law_changed();
-- A unit that moves in the tree takes over the closures of the units it then lies below.
CREATE TRIGGER unit_tree_changes_law AFTER UPDATE OF parent_id ON unit
  FOR EACH STATEMENT EXECUTE FUNCTION law_changed();

-- ───────────── What is in force, for reckoning in SQL ─────────────

-- Of each year one edition: what two officers signed before what the program brings, then the newest.
CREATE VIEW calendar_year_in_force AS
  SELECT DISTINCT ON (year) *
  FROM calendar_year
  WHERE origin = 'built_in' OR countersigner IS NOT NULL
  ORDER BY year, origin DESC, version DESC;

CREATE OR REPLACE VIEW calendar_day_latest AS
  SELECT day.year, day.day, day.working, day.kind, day.reason
  FROM calendar_day AS day
  JOIN calendar_year_in_force USING (year, version);

CREATE OR REPLACE FUNCTION due_is_provisional(unit text, n int, of text, from_day date) RETURNS boolean LANGUAGE sql STABLE AS $$
  WITH span AS (
    SELECT
      CASE
        WHEN unit = 'workingDays' THEN from_day + 1
        WHEN unit = 'before' THEN due_date(unit, n, of, from_day)
        ELSE last_counted_day(unit, n, from_day)
      END AS first,
      CASE WHEN unit = 'before' THEN from_day - 1 ELSE due_date(unit, n, of, from_day) END AS last
    WHERE unit <> 'hours' AND (unit <> 'before' OR of = 'workingDays')
  )
  SELECT EXISTS (
    SELECT 1
    FROM span, generate_series(extract(year FROM first)::int, extract(year FROM last)::int) AS in_year
    WHERE (SELECT provisional FROM calendar_year_in_force WHERE year = in_year) IS NOT FALSE
  )
$$;
