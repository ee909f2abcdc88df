-- What the database itself refuses, whoever writes. Prisma's schema language cannot express these.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- ───────────── The record is append-only ─────────────

CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Bảng "%" chỉ được ghi thêm: không sửa, không xoá (record a correction instead; % of "%" refused)',
    TG_TABLE_NAME, TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER event_no_truncate BEFORE TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

-- Each event continues the chain of its matter: the next number, the hash of the one before.
CREATE FUNCTION check_event_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last_seq int;
  last_hash text;
BEGIN
  SELECT seq, hash INTO last_seq, last_hash FROM event WHERE matter_id = NEW.matter_id ORDER BY seq DESC LIMIT 1;
  IF NEW.seq <> coalesce(last_seq, 0) + 1 THEN
    RAISE EXCEPTION 'event % of matter %: seq % does not follow %', NEW.id, NEW.matter_id, NEW.seq, coalesce(last_seq, 0)
      USING ERRCODE = 'check_violation', CONSTRAINT = 'event_seq_follows';
  END IF;
  IF NEW.prev_hash <> coalesce(last_hash, repeat('0', 64)) THEN
    RAISE EXCEPTION 'event % of matter %: prev_hash is not the hash of event %', NEW.id, NEW.matter_id, NEW.seq - 1
      USING ERRCODE = 'check_violation', CONSTRAINT = 'event_hash_follows';
  END IF;
  IF NEW.corrects_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM event WHERE id = NEW.corrects_id AND matter_id = NEW.matter_id) THEN
    RAISE EXCEPTION 'event % corrects %, which is not an earlier event of matter %', NEW.id, NEW.corrects_id, NEW.matter_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'event_corrects_own';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER event_chain BEFORE INSERT ON event FOR EACH ROW EXECUTE FUNCTION check_event_chain();

ALTER TABLE event
  ADD CONSTRAINT event_seq_positive CHECK (seq > 0),
  ADD CONSTRAINT event_minute CHECK (at_minute BETWEEN 0 AND 1440),
  ADD CONSTRAINT event_hash_form CHECK (hash ~ '^[0-9a-f]{64}$' AND prev_hash ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT event_attrs_object CHECK (jsonb_typeof(attrs) = 'object'),
  ADD CONSTRAINT event_retraction_names_event CHECK (NOT retracted OR corrects_id IS NOT NULL),
  -- An event is something that has happened; plans are attributes of the event that made them.
  ADD CONSTRAINT event_not_in_future CHECK (occurred_on <= (recorded_at AT TIME ZONE INTERVAL '+07:00')::date);

-- ───────────── Deadlines ─────────────

-- A closed deadline, or one that was replaced, is history.
CREATE FUNCTION keep_closed_deadlines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT OLD.current THEN
    RAISE EXCEPTION 'deadline % was replaced by a later version and stays as it was', OLD.id
      USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.status IN ('met', 'late', 'void') AND to_jsonb(NEW) - 'current' <> to_jsonb(OLD) - 'current' THEN
    RAISE EXCEPTION 'deadline % is closed (%): write a new version instead', OLD.id, OLD.status
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER deadline_closed_stays BEFORE UPDATE ON deadline FOR EACH ROW EXECUTE FUNCTION keep_closed_deadlines();

ALTER TABLE deadline
  ADD CONSTRAINT deadline_readings CHECK (due <= due_latest),
  ADD CONSTRAINT deadline_version_positive CHECK (version > 0),
  ADD CONSTRAINT deadline_law CHECK (law IN ('2025', '2008')),
  ADD CONSTRAINT deadline_basis CHECK (basis IN ('law', 'service', 'plan')),
  ADD CONSTRAINT deadline_done_has_day CHECK (status NOT IN ('met', 'late') OR closed_on IS NOT NULL),
  ADD CONSTRAINT deadline_one_current EXCLUDE (matter_id WITH =, key WITH =) WHERE (current);

-- ───────────── Matters ─────────────

ALTER TABLE matter
  ADD CONSTRAINT matter_closed_after_opened CHECK (closed_on >= opened_on),
  ADD CONSTRAINT matter_law CHECK (law IN ('2025', '2008')),
  ADD CONSTRAINT matter_seq CHECK (last_seq >= 0),
  ADD CONSTRAINT matter_year CHECK (reporting_year BETWEEN 1990 AND 2199),
  ADD CONSTRAINT matter_number CHECK (btrim(number) <> ''),
  ADD CONSTRAINT matter_not_own_parent CHECK (parent_id <> id);

ALTER TABLE enforcement_case
  ADD CONSTRAINT enforcement_case_origin CHECK (origin IN ('on_request', 'ex_officio', 'bankruptcy', 'interim')),
  ADD CONSTRAINT enforcement_case_amount CHECK (amount >= 0);

ALTER TABLE complaint
  ADD CONSTRAINT complaint_level CHECK (level IN (1, 2)),
  ADD CONSTRAINT complaint_class CHECK (class IN ('a', 'b', 'c'));

ALTER TABLE money_movement ADD CONSTRAINT money_movement_amount CHECK (amount >= 0);

ALTER TABLE pause ADD CONSTRAINT pause_range CHECK (from_day <= to_day);

-- `to_day` is the first day of the next class.
ALTER TABLE classification_span
  ADD CONSTRAINT classification_span_range CHECK (from_day <= to_day),
  ADD CONSTRAINT classification_span_no_overlap EXCLUDE USING gist (matter_id WITH =, daterange(from_day, to_day, '[)') WITH &&);

-- ───────────── Organisation ─────────────

CREATE FUNCTION check_unit_tree() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('unit tree'));
  IF EXISTS (
    WITH RECURSIVE above (id) AS (
      SELECT NEW.parent_id
      UNION
      SELECT unit.parent_id FROM unit JOIN above ON unit.id = above.id
    )
    SELECT 1 FROM above WHERE id = NEW.id
  ) THEN
    RAISE EXCEPTION 'unit % cannot be below itself', NEW.code USING ERRCODE = 'check_violation', CONSTRAINT = 'unit_no_cycle';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER unit_no_cycle BEFORE INSERT OR UPDATE OF parent_id ON unit
  FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION check_unit_tree();

ALTER TABLE unit ADD CONSTRAINT unit_validity CHECK (valid_from <= valid_to);
ALTER TABLE unit_succession ADD CONSTRAINT unit_succession_other CHECK (from_id <> to_id);
ALTER TABLE officer_role ADD CONSTRAINT officer_role_validity CHECK (valid_from <= valid_to);
ALTER TABLE officer ADD CONSTRAINT officer_email CHECK (email ~ '^[^@\s]+@[^@\s]+$');
ALTER TABLE absence
  ADD CONSTRAINT absence_range CHECK (from_day <= to_day),
  ADD CONSTRAINT absence_no_overlap EXCLUDE USING gist (officer_id WITH =, daterange(from_day, to_day, '[]') WITH &&);
ALTER TABLE delegation
  ADD CONSTRAINT delegation_range CHECK (from_day <= to_day),
  ADD CONSTRAINT delegation_other CHECK (delegator_id <> delegate_id);

-- ───────────── Law and calendar: nobody countersigns his own work ─────────────

ALTER TABLE calendar_year
  ADD CONSTRAINT calendar_year_version CHECK (version > 0),
  ADD CONSTRAINT calendar_year_new_year CHECK (extract(year FROM lunar_new_year) = year),
  ADD CONSTRAINT calendar_year_two_people CHECK (author <> countersigner);
ALTER TABLE calendar_day
  ADD CONSTRAINT calendar_day_in_year CHECK (extract(year FROM day) = year);
ALTER TABLE statute_pack
  ADD CONSTRAINT statute_pack_validity CHECK (in_force_from <= in_force_to),
  ADD CONSTRAINT statute_pack_two_people CHECK (author <> countersigner);
ALTER TABLE reading ADD CONSTRAINT reading_two_people CHECK (author <> countersigner);

-- ───────────── Alerts and mail ─────────────

ALTER TABLE alert_policy
  ADD CONSTRAINT alert_policy_channel CHECK (channel IN ('digest', 'at_once')),
  ADD CONSTRAINT alert_policy_recipient CHECK (recipient IN ('officer', 'branch_head', 'province_head')),
  ADD CONSTRAINT alert_policy_counted_from CHECK (counted_from IN ('due', 'overdue'));
ALTER TABLE alert
  ADD CONSTRAINT alert_channel CHECK (channel IN ('digest', 'at_once')),
  ADD CONSTRAINT alert_state CHECK (state IN ('waiting', 'queued', 'acknowledged', 'cancelled', 'silent'));
ALTER TABLE outbox ADD CONSTRAINT outbox_attempts CHECK (attempts >= 0);
ALTER TABLE delivery ADD CONSTRAINT delivery_attempt CHECK (attempt > 0);

-- ───────────── Campaigns and imports ─────────────

ALTER TABLE campaign
  ADD CONSTRAINT campaign_window CHECK (starts_on <= ends_on AND ends_on <= coalesce(extended_to, ends_on)),
  ADD CONSTRAINT campaign_measured CHECK (measured_from <= measured_to);
ALTER TABLE campaign_target ADD CONSTRAINT campaign_target_tier CHECK (tier_above < tier_up_to);
ALTER TABLE import
  ADD CONSTRAINT import_state CHECK (state IN ('received', 'reading', 'writing', 'starting', 'done', 'refused', 'failed')),
  ADD CONSTRAINT import_counts CHECK (bytes >= 0 AND rows_read >= 0 AND rows_wrong >= 0 AND matters_new >= 0 AND matters_known >= 0 AND started >= 0);
ALTER TABLE import_error ADD CONSTRAINT import_error_severity CHECK (severity IN ('error', 'warning'));
