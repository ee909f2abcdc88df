-- Other programs hear of what happens. What happened is noted by triggers, in the transaction that did it, whoever writes; one message
-- for each subscription follows from it outside that transaction.

CREATE TABLE "webhook_subscription" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "kinds" TEXT[] NOT NULL,
    "secret" TEXT NOT NULL,
    "previous_secret" TEXT,
    "previous_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,
    CONSTRAINT "webhook_subscription_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "webhook_subscription_unit_id_idx" ON "webhook_subscription"("unit_id");
ALTER TABLE "webhook_subscription" ADD CONSTRAINT "webhook_subscription_unit_id_fkey"
  FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "webhook_happening" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "matter_id" UUID NOT NULL,
    "deadline_id" UUID,
    "alert_id" UUID,
    CONSTRAINT "webhook_happening_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "webhook_happening_at_id_idx" ON "webhook_happening"("at", "id");

CREATE TABLE "webhook_message" (
    "id" UUID NOT NULL,
    "subscription_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_status" INTEGER,
    "last_error" TEXT,
    CONSTRAINT "webhook_message_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "webhook_message_subscription_id_created_at_idx" ON "webhook_message"("subscription_id", "created_at");
ALTER TABLE "webhook_message" ADD CONSTRAINT "webhook_message_subscription_id_fkey"
  FOREIGN KEY ("subscription_id") REFERENCES "webhook_subscription"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Beyond the schema language ───────────

ALTER TABLE webhook_subscription
  ADD CONSTRAINT webhook_subscription_kinds CHECK (
    cardinality(kinds) > 0 AND kinds <@ ARRAY['alert.created', 'deadline.overdue', 'deadline.done', 'matter.ended']),
  ADD CONSTRAINT webhook_subscription_ended CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
  ADD CONSTRAINT webhook_subscription_end_reason CHECK (end_reason IN ('ended', 'gone'));
ALTER TABLE webhook_message
  ADD CONSTRAINT webhook_message_state CHECK (state IN ('pending', 'sending', 'delivered', 'dead'));
CREATE INDEX webhook_message_ready ON webhook_message (next_try_at, id) WHERE state IN ('pending', 'sending');

-- Without a subscription nothing is noted: one look at a table of a few rows per statement.
CREATE FUNCTION webhooks_wanted() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM webhook_subscription WHERE ended_at IS NULL)
$$;

CREATE FUNCTION note_alerts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF webhooks_wanted() THEN
    INSERT INTO webhook_happening (id, kind, matter_id, deadline_id, alert_id)
    SELECT gen_random_uuid(), 'alert.created', matter_id, deadline_id, id FROM added WHERE state <> 'silent';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER alert_happened AFTER INSERT ON alert
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_alerts();

-- A window of somebody else that closes is nobody's delay. What a register brings along happened long ago.
CREATE FUNCTION note_new_deadlines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF webhooks_wanted() THEN
    INSERT INTO webhook_happening (id, kind, matter_id, deadline_id)
    SELECT gen_random_uuid(), CASE added.status WHEN 'overdue' THEN 'deadline.overdue' ELSE 'deadline.done' END, matter_id, added.id
    FROM added JOIN matter ON matter.id = added.matter_id
    WHERE added.current AND NOT added.lapse AND added.role <> 'external' AND added.status IN ('overdue', 'met', 'late')
      AND (added.version > 1 OR matter.import_id IS NULL);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER deadline_came AFTER INSERT ON deadline
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_new_deadlines();

CREATE FUNCTION note_deadlines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF webhooks_wanted() THEN
    INSERT INTO webhook_happening (id, kind, matter_id, deadline_id)
    SELECT gen_random_uuid(), CASE after.status WHEN 'overdue' THEN 'deadline.overdue' ELSE 'deadline.done' END, after.matter_id, after.id
    FROM after JOIN before ON before.id = after.id
    WHERE after.status <> before.status AND after.status IN ('overdue', 'met', 'late')
      AND after.current AND NOT after.lapse AND after.role <> 'external';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER deadline_happened AFTER UPDATE ON deadline
  REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION note_deadlines();

CREATE FUNCTION note_matters() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF webhooks_wanted() THEN
    INSERT INTO webhook_happening (id, kind, matter_id)
    SELECT gen_random_uuid(), 'matter.ended', after.id FROM after JOIN before ON before.id = after.id
    WHERE before.closed_on IS NULL AND after.closed_on IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER matter_happened AFTER UPDATE ON matter
  REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION note_matters();
