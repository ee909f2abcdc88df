-- The stamp grows with what comes into force or goes out of it. Drafts, and decisions that one person has signed, change nothing.

DROP TRIGGER statute_pack_changes_law ON statute_pack;
CREATE TRIGGER statute_pack_enters_force AFTER INSERT ON statute_pack
  FOR EACH ROW WHEN (NEW.state = 'signed') EXECUTE FUNCTION law_changed();
CREATE TRIGGER statute_pack_changes_force AFTER UPDATE ON statute_pack
  FOR EACH ROW WHEN (OLD.state = 'signed' OR NEW.state = 'signed') EXECUTE FUNCTION law_changed();
CREATE TRIGGER statute_pack_leaves_force AFTER DELETE ON statute_pack
  FOR EACH ROW WHEN (OLD.state = 'signed') EXECUTE FUNCTION law_changed();

DROP TRIGGER reading_changes_law ON reading;
CREATE TRIGGER reading_enters_force AFTER INSERT OR UPDATE ON reading
  FOR EACH ROW WHEN (NEW.countersigner IS NOT NULL) EXECUTE FUNCTION law_changed();

-- The days of an edition are written with it, before it is signed.
DROP TRIGGER calendar_day_changes_law ON calendar_day;
DROP TRIGGER calendar_year_changes_law ON calendar_year;
CREATE TRIGGER calendar_year_enters_force AFTER INSERT OR UPDATE ON calendar_year
  FOR EACH ROW WHEN (NEW.origin = 'built_in' OR NEW.countersigner IS NOT NULL) EXECUTE FUNCTION law_changed();

DROP TRIGGER unit_closure_changes_law ON unit_closure;
CREATE TRIGGER unit_closure_enters_force AFTER INSERT OR UPDATE ON unit_closure
  FOR EACH ROW WHEN (NEW.countersigner IS NOT NULL) EXECUTE FUNCTION law_changed();

-- Whether the sentence of a doubtful row was compared with the Gazette is a point that two persons settle.
ALTER TABLE reading
  DROP CONSTRAINT reading_point,
  ADD CONSTRAINT reading_point CHECK (
    point IN ('reading', 'extension', 'activate', 'transition', 'resume', 'swap-days', 'rule', 'source'));
