-- Versions of the alert policy: general ones and a province's own. Each is written whole and never rewritten.

CREATE TABLE "alert_policy_version" (
    "id" UUID NOT NULL,
    "province_id" UUID,
    "version" INTEGER NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "author" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "hold_days" INTEGER NOT NULL DEFAULT 2,
    "longest_promise_days" INTEGER NOT NULL DEFAULT 10,
    "mail_cap" INTEGER NOT NULL DEFAULT 20,
    "digest_cap" INTEGER NOT NULL DEFAULT 60,
    "office_from_minute" INTEGER NOT NULL DEFAULT 450,
    "office_to_minute" INTEGER NOT NULL DEFAULT 1020,

    CONSTRAINT "alert_policy_version_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "alert_policy_version_province_id_version_key" ON "alert_policy_version"("province_id", "version");
ALTER TABLE "alert_policy_version" ADD CONSTRAINT "alert_policy_version_province_id_fkey"
  FOREIGN KEY ("province_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was in force until now goes on as the newest general version. Rows that were switched off said nothing.
DELETE FROM alert_policy WHERE NOT active;
INSERT INTO alert_policy_version (id, version, valid_from, author, reason, created_at)
SELECT gen_random_uuid(), version, TIMESTAMPTZ '2000-01-01 00:00:00+07', 'thoihan', 'Chính sách đang dùng trước khi có các bản', now()
FROM (SELECT DISTINCT version FROM alert_policy) AS kept;

ALTER TABLE "alert_policy" ADD COLUMN "version_id" UUID;
UPDATE alert_policy SET version_id = v.id FROM alert_policy_version v WHERE v.version = alert_policy.version;
-- A code names one threshold of its class from now on.
UPDATE alert_policy SET code = alert_policy.code || '-' || alert_policy.recipient
FROM (SELECT id, row_number() OVER (PARTITION BY version_id, duty_class, code ORDER BY recipient) AS n FROM alert_policy) AS doubled
WHERE doubled.id = alert_policy.id AND doubled.n > 1;
DROP INDEX "alert_policy_version_duty_class_code_recipient_key";
ALTER TABLE "alert_policy" ALTER COLUMN "version_id" SET NOT NULL, DROP COLUMN "version", DROP COLUMN "active";
CREATE UNIQUE INDEX "alert_policy_version_id_duty_class_code_key" ON "alert_policy"("version_id", "duty_class", "code");
ALTER TABLE "alert_policy" ADD CONSTRAINT "alert_policy_version_id_fkey"
  FOREIGN KEY ("version_id") REFERENCES "alert_policy_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- For whom an alert was meant, and by which policy.
ALTER TABLE "alert"
  ADD COLUMN "policy_version_id" UUID,
  ADD COLUMN "level" TEXT NOT NULL DEFAULT 'officer',
  ADD COLUMN "instead_of" UUID;
ALTER TABLE "alert" ADD CONSTRAINT "alert_policy_version_id_fkey"
  FOREIGN KEY ("policy_version_id") REFERENCES "alert_policy_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "alert" ADD CONSTRAINT "alert_instead_of_fkey"
  FOREIGN KEY ("instead_of") REFERENCES "officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;
-- Codes of the policy that came with the program; those of other policies are told by its rows.
UPDATE alert SET level = CASE
    WHEN threshold = 'overdue-head' THEN 'branch_head'
    WHEN threshold ~ '^overdue-[0-9]+$' THEN 'province_head'
    ELSE 'officer'
  END;
UPDATE alert SET level = p.recipient
FROM (SELECT code, min(recipient) AS recipient FROM alert_policy GROUP BY code HAVING count(DISTINCT recipient) = 1) AS p
WHERE p.code = alert.threshold;

-- A version that says the same date in other words goes on where the one before it was.
ALTER TABLE "deadline" ADD COLUMN "since" TIMESTAMPTZ(3);

-- Why a mail was not handed over.
ALTER TABLE "outbox" ADD COLUMN "suppressed_because" TEXT;

-- Grow with every change of the policy, or of who is where and stands in for whom; read with each matter.
CREATE TABLE "alert_stamp" (
    "one" BOOLEAN NOT NULL DEFAULT true,
    "policy" INTEGER NOT NULL DEFAULT 1,
    "office" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "alert_stamp_pkey" PRIMARY KEY ("one")
);
INSERT INTO alert_stamp DEFAULT VALUES;

-- Beyond the schema language ───────────

ALTER TABLE alert_stamp ADD CONSTRAINT alert_stamp_one CHECK (one);
CREATE UNIQUE INDEX alert_policy_version_general ON alert_policy_version (version) WHERE province_id IS NULL;
ALTER TABLE alert_policy_version
  ADD CONSTRAINT alert_policy_version_positive CHECK (version > 0),
  ADD CONSTRAINT alert_policy_version_days CHECK (hold_days BETWEEN 1 AND 20 AND longest_promise_days BETWEEN 1 AND 60),
  ADD CONSTRAINT alert_policy_version_caps CHECK (mail_cap > 0 AND digest_cap > 0),
  ADD CONSTRAINT alert_policy_version_office CHECK (
    0 <= office_from_minute AND office_from_minute < office_to_minute AND office_to_minute <= 1440);
ALTER TABLE alert_policy
  ADD CONSTRAINT alert_policy_duty_class CHECK (duty_class IN ('at_once', 'hours', 'up_to_5_working_days', 'up_to_30_days', 'longer',
    'repeating', 'service_target', 'plan', 'window')),
  ADD CONSTRAINT alert_policy_urgency CHECK (urgency IN ('info', 'normal', 'high', 'urgent'));
ALTER TABLE alert ADD CONSTRAINT alert_level CHECK (level IN ('officer', 'branch_head', 'province_head'));

CREATE TRIGGER alert_policy_version_append_only BEFORE UPDATE OR DELETE ON alert_policy_version
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER alert_policy_append_only BEFORE UPDATE OR DELETE ON alert_policy
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

CREATE FUNCTION alert_policy_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE alert_stamp SET policy = policy + 1;
  RETURN NULL;
END $$;
CREATE FUNCTION office_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE alert_stamp SET office = office + 1;
  RETURN NULL;
END $$;

CREATE TRIGGER alert_policy_version_changes AFTER INSERT ON alert_policy_version
  FOR EACH STATEMENT EXECUTE FUNCTION alert_policy_changed();
CREATE TRIGGER officer_changes_office AFTER INSERT OR UPDATE OR DELETE ON officer
  FOR EACH STATEMENT EXECUTE FUNCTION office_changed();
CREATE TRIGGER officer_role_changes_office AFTER INSERT OR UPDATE OR DELETE ON officer_role
  FOR EACH STATEMENT EXECUTE FUNCTION office_changed();
CREATE TRIGGER unit_changes_office AFTER INSERT OR UPDATE OR DELETE ON unit
  FOR EACH STATEMENT EXECUTE FUNCTION office_changed();
CREATE TRIGGER absence_changes_office AFTER INSERT OR UPDATE OR DELETE ON absence
  FOR EACH STATEMENT EXECUTE FUNCTION office_changed();
CREATE TRIGGER delegation_changes_office AFTER INSERT OR UPDATE OR DELETE ON delegation
  FOR EACH STATEMENT EXECUTE FUNCTION office_changed();
