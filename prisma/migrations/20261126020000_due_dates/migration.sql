-- When a limit ends, in SQL: a second derivation beside the program's, from the same articles and the calendar tables. Nothing of it is
-- shared with the program, so that one can be checked against the other. Days are civil days in Vietnam.

-- The days of each year in its latest edition.
CREATE VIEW calendar_day_latest AS
  SELECT day.year, day.day, day.working, day.kind, day.reason
  FROM calendar_day AS day
  JOIN (SELECT year, max(version) AS version FROM calendar_year GROUP BY year) AS latest USING (year, version);

-- Monday to Friday, but for the days the calendar says otherwise of.
CREATE FUNCTION is_working_day(on_day date) RETURNS boolean LANGUAGE sql STABLE STRICT AS $$
  SELECT coalesce((SELECT working FROM calendar_day_latest WHERE day = on_day), extract(isodow FROM on_day) < 6)
$$;

-- The day itself, or the next one worked (BLDS 2015 Điều 148(5)).
CREATE FUNCTION next_working_day(from_day date) RETURNS date LANGUAGE sql STABLE STRICT AS $$
  SELECT from_day + i FROM generate_series(0, 60) AS i WHERE is_working_day(from_day + i) ORDER BY i LIMIT 1
$$;

-- The n-th working day after the day (n > 0) or before it (n < 0); the day itself is not counted (BLDS 2015 Điều 147(2)).
CREATE FUNCTION nth_working_day(from_day date, n int) RETURNS date LANGUAGE sql STABLE STRICT AS $$
  SELECT from_day + sign(n)::int * i
  FROM generate_series(1, abs(n) * 2 + 60) AS i
  WHERE is_working_day(from_day + sign(n)::int * i)
  ORDER BY i
  OFFSET abs(n) - 1 LIMIT 1
$$;

-- The last day as counted, before a day off moves it.
CREATE FUNCTION last_counted_day(unit text, n int, from_day date) RETURNS date LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE unit
    WHEN 'days' THEN from_day + n
    -- PostgreSQL takes the last day of a month that has no such day, as BLDS 2015 Điều 148(3) asks.
    WHEN 'months' THEN (from_day + make_interval(months => n))::date
    WHEN 'years' THEN (from_day + make_interval(years => n))::date
    WHEN 'atOnce' THEN from_day
  END
$$;

-- The day on whose 24:00 a limit ends. `of` is what is counted back by 'before'. Hours: see due_moment.
CREATE FUNCTION due_date(unit text, n int, of text, from_day date) RETURNS date LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF unit IN ('days', 'months', 'years', 'atOnce') THEN RETURN next_working_day(last_counted_day(unit, n, from_day)); END IF;
  IF unit = 'workingDays' THEN RETURN nth_working_day(from_day, n); END IF;
  IF unit = 'before' AND of = 'days' THEN RETURN from_day - n; END IF;
  IF unit = 'before' AND of = 'workingDays' THEN RETURN nth_working_day(from_day, -n); END IF;
  RAISE EXCEPTION 'due_date: "%" of "%" has no date; limits in hours end at a moment, see due_moment', unit, of
    USING ERRCODE = 'invalid_parameter_value';
END $$;

-- The moment at which a limit in hours ends, or before which it must be done; hours run through nights and days off (Điều 147(1)).
CREATE FUNCTION due_moment(unit text, n int, from_moment timestamp) RETURNS timestamp LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT CASE unit
    WHEN 'hours' THEN from_moment + make_interval(hours => n)
    WHEN 'before' THEN from_moment - make_interval(hours => n)
  END
$$;

-- Whether a date rests on a year whose calendar is not published: working days on each day counted, other limits on the last day and
-- those it moves over.
CREATE FUNCTION due_is_provisional(unit text, n int, of text, from_day date) RETURNS boolean LANGUAGE sql STABLE AS $$
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
    WHERE (SELECT provisional FROM calendar_year WHERE year = in_year ORDER BY version DESC LIMIT 1) IS NOT FALSE
  )
$$;
