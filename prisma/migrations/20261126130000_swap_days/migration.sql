-- Swapped days (hoán đổi) bind officials; whether they bind private parties is disputed. With `SET thoihan.without_swaps = 'on'` everything
-- reckoned in SQL takes a swapped weekday as worked and its make-up day as a weekend day.
CREATE OR REPLACE VIEW calendar_day_latest AS
  SELECT day.year, day.day, day.working, day.kind, day.reason
  FROM calendar_day AS day
  JOIN calendar_year_in_force USING (year, version)
  WHERE day.kind NOT IN ('swap', 'working_weekend') OR coalesce(current_setting('thoihan.without_swaps', true), '') <> 'on';
