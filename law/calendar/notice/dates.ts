/** Dates as official notices write them: `thứ Bảy ngày 14/2/2026`, `thứ Hai (29/4/2024)`, `ngày 31 tháng 12 năm 2018`, `15 và 16/2/2021`. */

import { daysInMonth, fromCivil, weekday } from '../../day';
import type { Day } from '../../model';

/** A date found in a text. */
export interface Mention {
  /** Place in the text: [start, end). */
  readonly start: number;
  readonly end: number;
  /** null when there is no such day. */
  readonly day: Day | null;
  /** 0 = Monday … 6 = Sunday, as written beside it; null where none is. */
  readonly said: number | null;
}

const WEEKDAYS: Readonly<Record<string, number>> = {
  ...{ hai: 0, ba: 1, tư: 2, năm: 3, sáu: 4, bảy: 5, bẩy: 5 },
  ...{ '2': 0, '3': 1, '4': 2, '5': 3, '6': 4, '7': 5 },
};
const WEEKDAY = String.raw`(?:(?<![\p{L}\d])(?:(?:ngày\s+)*(?:thứ\s+(?<weekday>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|(?<sunday>chủ\s*nhật)))\s*[,(–-]?\s*(?:vào\s+)?)`;
const NUMBERS = String.raw`(?<![\d/.])(?<day>\d{1,2})(?:\s*(?<mark>[/.-])\s*(?<month>\d{1,2})(?:\s*\k<mark>\s*(?<year>\d{4}))?(?!\d|\s*\/|-\p{L})|\s+tháng\s+(?<monthWord>\d{1,2})(?:\s+năm\s+(?<yearWord>\d{4}))?)(?!\s*\(?\s*âm\s+lịch)`;
const DATE = new RegExp(`${WEEKDAY}?(?:(?:ngày|mùng)\\s+)*${NUMBERS}\\s*\\)?`, 'gu');
/** A day of the month that takes its month from the date behind it: `ngày 15 và 16/2/2021`, `từ ngày 10 đến hết ngày 16-2-2021`. */
const BARE = new RegExp(
  String.raw`${WEEKDAY}?(?<![\d/.])(?:ngày\s+)(?<day>\d{1,2})(?=(?:\s*\([^)]*\))?\s*(?:,|và|đến)\s)`,
  'gu',
);

interface Found {
  readonly start: number;
  readonly end: number;
  readonly day: number;
  readonly month: number | null;
  readonly year: number | null;
  readonly said: number | null;
}

function found(match: RegExpExecArray): Found {
  const groups = match.groups!;
  const said = groups.sunday ? 6 : groups.weekday ? WEEKDAYS[groups.weekday]! : null;
  const month = groups.month ?? groups.monthWord;
  const year = groups.year ?? groups.yearWord;
  // A closing bracket belongs to the date only where an opening one does.
  const text = match[0].includes('(') ? match[0] : match[0].replace(/\s*\)$/, '');
  return {
    start: match.index,
    end: match.index + text.trimEnd().length,
    day: Number(groups.day),
    month: month === undefined ? null : Number(month),
    year: year === undefined ? null : Number(year),
    said,
  };
}

/**
 * Every date in a text, in its order. One without a year takes that of the next date of the text that has one, else of the last
 * before, else `year`.
 * @param text in lower case, composed (NFC)
 */
export function datesIn(text: string, year: number | null): Mention[] {
  const whole = [...text.matchAll(DATE)].map(found);
  const bare = [...text.matchAll(BARE)]
    .map(found)
    .filter(one => !whole.some(d => d.start < one.end && one.start < d.end));
  const all = [...whole, ...bare].sort((a, b) => a.start - b.start);
  return all.map((one, i) => {
    const later = all.slice(i);
    const month = one.month ?? later.find(other => other.month !== null)?.month ?? null;
    const earlier = all.slice(0, i).reverse();
    const inYear = one.year ?? [...later, ...earlier].find(other => other.year !== null)?.year ?? year;
    const real =
      month !== null &&
      inYear !== null &&
      month >= 1 &&
      month <= 12 &&
      one.day >= 1 &&
      one.day <= daysInMonth(inYear, month);
    return { start: one.start, end: one.end, day: real ? fromCivil(inYear, month, one.day) : null, said: one.said };
  });
}

/** True where the weekday written beside a date is another than its own. */
export const misnamed = ({ day, said }: Mention): boolean => day !== null && said !== null && weekday(day) !== said;
