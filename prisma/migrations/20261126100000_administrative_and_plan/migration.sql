-- Two kinds of matter beside enforcement: watching over administrative judgments, and the agency's own plans and reports.

-- AlterEnum
ALTER TYPE "MatterKind" ADD VALUE 'administrative_judgment';
ALTER TYPE "MatterKind" ADD VALUE 'plan';

-- CreateTable
CREATE TABLE "administrative_judgment" (
    "matter_id" UUID NOT NULL,
    "content" TEXT NOT NULL DEFAULT 'ordinary',
    "judgment_number" TEXT,
    "judgment_date" DATE,
    "court" TEXT,
    "debtor_body" TEXT,

    CONSTRAINT "administrative_judgment_pkey" PRIMARY KEY ("matter_id")
);

-- CreateTable
CREATE TABLE "plan" (
    "matter_id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "level" TEXT,
    "period_end" DATE,
    "months" INTEGER,
    "title" TEXT,
    "campaign_id" TEXT,
    "task_number" INTEGER,
    "item_number" INTEGER,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("matter_id")
);

-- CreateIndex
CREATE INDEX "plan_campaign_id_idx" ON "plan"("campaign_id");

-- AddForeignKey
ALTER TABLE "administrative_judgment" ADD CONSTRAINT "administrative_judgment_matter_id_fkey" FOREIGN KEY ("matter_id") REFERENCES "matter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_matter_id_fkey" FOREIGN KEY ("matter_id") REFERENCES "matter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE administrative_judgment
  ADD CONSTRAINT administrative_judgment_content CHECK (content IN ('ordinary', 'voter_list', 'interim'));
ALTER TABLE plan
  ADD CONSTRAINT plan_form CHECK (form IN ('statistics', 'interagency', 'ended_list', 'work_item')),
  ADD CONSTRAINT plan_level CHECK (level IN ('enforcer', 'branch', 'province', 'national')),
  -- A report has its level and the end of its period; a work item is somebody's and has neither.
  ADD CONSTRAINT plan_report CHECK ((form = 'work_item') = (level IS NULL) AND (form = 'work_item') = (period_end IS NULL)),
  ADD CONSTRAINT plan_months CHECK (months BETWEEN 1 AND 12),
  ADD CONSTRAINT plan_campaign CHECK ((campaign_id IS NULL) = (task_number IS NULL) AND (campaign_id IS NULL) = (item_number IS NULL));

-- A day somebody set is that day: it is counted from nothing, moves for no day off, and rests on no calendar.
CREATE OR REPLACE FUNCTION due_date(unit text, n int, of text, from_day date) RETURNS date LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF unit IN ('days', 'months', 'years', 'atOnce') THEN RETURN next_working_day(last_counted_day(unit, n, from_day)); END IF;
  IF unit = 'workingDays' THEN RETURN nth_working_day(from_day, n); END IF;
  IF unit = 'onDay' THEN RETURN from_day; END IF;
  IF unit = 'before' AND of = 'days' THEN RETURN from_day - n; END IF;
  IF unit = 'before' AND of = 'workingDays' THEN RETURN nth_working_day(from_day, -n); END IF;
  RAISE EXCEPTION 'due_date: "%" of "%" has no date; limits in hours end at a moment, see due_moment', unit, of
    USING ERRCODE = 'invalid_parameter_value';
END $$;

CREATE OR REPLACE FUNCTION due_is_provisional(unit text, n int, of text, from_day date) RETURNS boolean LANGUAGE sql STABLE AS $$
  WITH span AS (
    SELECT
      CASE
        WHEN unit = 'workingDays' THEN from_day + 1
        WHEN unit = 'before' THEN due_date(unit, n, of, from_day)
        ELSE last_counted_day(unit, n, from_day)
      END AS first,
      CASE WHEN unit = 'before' THEN from_day - 1 ELSE due_date(unit, n, of, from_day) END AS last
    WHERE unit NOT IN ('hours', 'onDay') AND (unit <> 'before' OR of = 'workingDays')
  )
  SELECT EXISTS (
    SELECT 1
    FROM span, generate_series(extract(year FROM first)::int, extract(year FROM last)::int) AS in_year
    WHERE (SELECT provisional FROM calendar_year WHERE year = in_year ORDER BY version DESC LIMIT 1) IS NOT FALSE
  )
$$;
