-- The statement of each morning: what should have been told by then, and what became of each of it. Reckoned in SQL from deadlines,
-- policy and calendar (activities/recount), never from alerts.

CREATE TABLE "alert_statement" (
    "n" SERIAL NOT NULL,
    "day" DATE NOT NULL,
    "revision" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "deadlines" INTEGER NOT NULL,
    "early" INTEGER NOT NULL,
    "groundless" INTEGER NOT NULL,
    "asked" INTEGER NOT NULL,
    "revived" INTEGER NOT NULL,
    "gaps_hash" TEXT NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "alert_statement_pkey" PRIMARY KEY ("n")
);
CREATE UNIQUE INDEX "alert_statement_day_revision_key" ON "alert_statement"("day", "revision");

-- One row for each province, and within it for what fell since the statement of the day before (`fresh`) and what fell earlier.
CREATE TABLE "alert_statement_part" (
    "statement" INTEGER NOT NULL,
    "province_id" UUID NOT NULL,
    "fresh" BOOLEAN NOT NULL,
    "due" INTEGER NOT NULL,
    "created" INTEGER NOT NULL,
    "acknowledged" INTEGER NOT NULL,
    "accepted" INTEGER NOT NULL,
    "on_the_way" INTEGER NOT NULL,
    "waiting" INTEGER NOT NULL,
    "held" INTEGER NOT NULL,
    "silent" INTEGER NOT NULL,
    "settled" INTEGER NOT NULL,
    "undeliverable" INTEGER NOT NULL,
    "nobody" INTEGER NOT NULL,
    "unaccounted" INTEGER NOT NULL,

    CONSTRAINT "alert_statement_part_pkey" PRIMARY KEY ("statement","province_id","fresh")
);
ALTER TABLE "alert_statement_part" ADD CONSTRAINT "alert_statement_part_statement_fkey"
  FOREIGN KEY ("statement") REFERENCES "alert_statement"("n") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "alert_statement_part" ADD CONSTRAINT "alert_statement_part_province_id_fkey"
  FOREIGN KEY ("province_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Each threshold that is not as it should be. No reference to the deadline: a statement outlives what it speaks of.
CREATE TABLE "alert_statement_gap" (
    "statement" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "matter_id" UUID NOT NULL,
    "deadline_id" UUID NOT NULL,
    "threshold" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "fell_at" TIMESTAMPTZ(3),

    CONSTRAINT "alert_statement_gap_pkey" PRIMARY KEY ("statement","place")
);
CREATE INDEX "alert_statement_gap_matter_id_idx" ON "alert_statement_gap"("matter_id");
ALTER TABLE "alert_statement_gap" ADD CONSTRAINT "alert_statement_gap_statement_fkey"
  FOREIGN KEY ("statement") REFERENCES "alert_statement"("n") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The alarm about a statement that is missing goes out once for each day, whoever notices first.
CREATE TABLE "statement_alarm" (
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "statement_alarm_pkey" PRIMARY KEY ("day")
);

-- What was told since the statement before is found by its time.
CREATE INDEX "alert_created_at_idx" ON "alert"("created_at");

-- Beyond the schema language ───────────

ALTER TABLE alert_statement
  ADD CONSTRAINT alert_statement_revision CHECK (revision > 0),
  ADD CONSTRAINT alert_statement_window CHECK (since <= at),
  ADD CONSTRAINT alert_statement_counts CHECK (least(deadlines, early, groundless, asked, revived) >= 0),
  ADD CONSTRAINT alert_statement_hashes CHECK (
    hash ~ '^[0-9a-f]{64}$' AND prev_hash ~ '^[0-9a-f]{64}$' AND gaps_hash ~ '^[0-9a-f]{64}$');
ALTER TABLE alert_statement_part
  -- Nothing that was due is without a fate.
  ADD CONSTRAINT alert_statement_part_sum CHECK (due = acknowledged + accepted + on_the_way + waiting + held + silent + settled
    + undeliverable + nobody + unaccounted),
  ADD CONSTRAINT alert_statement_part_counts CHECK (least(due, created, acknowledged, accepted, on_the_way, waiting, held, silent, settled,
    undeliverable, nobody, unaccounted) >= 0 AND created <= due);
ALTER TABLE alert_statement_gap
  ADD CONSTRAINT alert_statement_gap_kind CHECK (kind IN ('unaccounted', 'nobody', 'early', 'groundless'));

CREATE TRIGGER alert_statement_append_only BEFORE UPDATE OR DELETE ON alert_statement
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER alert_statement_part_append_only BEFORE UPDATE OR DELETE ON alert_statement_part
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER alert_statement_gap_append_only BEFORE UPDATE OR DELETE ON alert_statement_gap
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER alert_statement_no_truncate BEFORE TRUNCATE ON alert_statement
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER alert_statement_part_no_truncate BEFORE TRUNCATE ON alert_statement_part
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER alert_statement_gap_no_truncate BEFORE TRUNCATE ON alert_statement_gap
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
