-- One number that grows with every change of the law in force or of the calendar, whoever writes it. Whoever computes reads it together
-- with the matter, and so never computes by a law that is no longer in force.
CREATE TABLE "law_stamp" (
    "one" BOOLEAN NOT NULL DEFAULT true,
    "stamp" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "law_stamp_pkey" PRIMARY KEY ("one")
);
ALTER TABLE law_stamp ADD CONSTRAINT law_stamp_one CHECK (one);
INSERT INTO law_stamp DEFAULT VALUES;

CREATE FUNCTION law_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE law_stamp SET stamp = stamp + 1;
  RETURN NULL;
END $$;

CREATE TRIGGER statute_pack_changes_law AFTER INSERT OR UPDATE OR DELETE ON statute_pack
  FOR EACH STATEMENT EXECUTE FUNCTION law_changed();
CREATE TRIGGER reading_changes_law AFTER INSERT OR UPDATE OR DELETE ON reading
  FOR EACH STATEMENT EXECUTE FUNCTION law_changed();
CREATE TRIGGER calendar_year_changes_law AFTER INSERT OR UPDATE OR DELETE ON calendar_year
  FOR EACH STATEMENT EXECUTE FUNCTION law_changed();
CREATE TRIGGER calendar_day_changes_law AFTER INSERT OR UPDATE OR DELETE ON calendar_day
  FOR EACH STATEMENT EXECUTE FUNCTION law_changed();
