-- Links of mails that were opened and refused, counted by day, so that an administrator sees that somebody tries.

CREATE TABLE "link_refusal" (
    "id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "officer_id" UUID,
    "count" INTEGER NOT NULL,

    CONSTRAINT "link_refusal_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "link_refusal" ADD CONSTRAINT "link_refusal_officer_id_fkey"
  FOREIGN KEY ("officer_id") REFERENCES "officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Beyond the schema language ───────────

-- Whom a forged link names proves nothing: those have no officer, and one row a day.
CREATE UNIQUE INDEX link_refusal_of_day ON link_refusal (day, reason, officer_id) NULLS NOT DISTINCT;
ALTER TABLE link_refusal ADD CONSTRAINT link_refusal_reason
  CHECK (CASE reason WHEN 'expired' THEN officer_id IS NOT NULL WHEN 'forged' THEN officer_id IS NULL WHEN 'unsigned' THEN officer_id IS NULL ELSE false END);
ALTER TABLE link_refusal ADD CONSTRAINT link_refusal_counts CHECK (count > 0);
