/**
 * Civil days of Vietnam (+07:00, no daylight saving) by integer arithmetic alone.
 *
 * The law's own day functions stay out of the workflow bundle: whatever is bundled must never change while a matter sleeps, and
 * these few lines will not.
 */

const DAY_MS = 86_400_000;
const OFFSET_MS = 7 * 3_600_000;

/** Days since 1970-01-01 of the Vietnamese date at this instant. */
export const vietnamDay = (epochMs: number): number => Math.floor((epochMs + OFFSET_MS) / DAY_MS);

/** Minutes since midnight in Vietnam at this instant. */
export const vietnamMinute = (epochMs: number): number =>
  Math.floor((epochMs + OFFSET_MS - vietnamDay(epochMs) * DAY_MS) / 60_000);

/** `YYYY-MM-DD` of a day number. */
export function isoOf(day: number): string {
  // Howard Hinnant's civil_from_days: years that begin in March, eras of 400 years.
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * ofYear + 2) / 153);
  const date = ofYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** Whether the text is a date that exists, written `YYYY-MM-DD`. */
export function isRealDate(iso: unknown): iso is string {
  if (typeof iso !== 'string') return false;
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!parts) return false;
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return date >= 1 && date <= length;
}
