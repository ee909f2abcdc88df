/**
 * The lunar calendar of Vietnam (UTC+7): which civil day mùng 1 Tết and 10 of the third month fall on. Moons and the sun are
 * reckoned by the series of Meeus, Astronomical Algorithms (chapters 25 and 49, shortened): good to minutes, and no new moon of
 * the years covered lies that near midnight without a published table to agree with (`test/law/lunar.test.ts`).
 */

import { fromCivil } from '../day';
import type { Day } from '../model';

const RAD = Math.PI / 180;
/** Julian day number of 1970-01-01. */
const JULIAN_1970 = 2_440_588;
const SYNODIC = 29.530588853;
/** New moon number 0: 1 January 1900. */
const JULIAN_1900 = 2_415_021;

/** The civil day in Vietnam of the k-th new moon since 1900. */
function newMoon(k: number): Day {
  const t = k / 1236.85;
  const t2 = t * t;
  const t3 = t2 * t;
  const sun = (359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3) * RAD;
  const moon = (306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3) * RAD;
  const node = (21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3) * RAD;
  const mean =
    2415020.75933 +
    29.53058868 * k +
    0.0001178 * t2 -
    0.000000155 * t3 +
    0.00033 * Math.sin((166.56 + 132.87 * t - 0.009173 * t2) * RAD);
  const swing =
    (0.1734 - 0.000393 * t) * Math.sin(sun) +
    0.0021 * Math.sin(2 * sun) -
    0.4068 * Math.sin(moon) +
    0.0161 * Math.sin(2 * moon) -
    0.0004 * Math.sin(3 * moon) +
    0.0104 * Math.sin(2 * node) -
    0.0051 * Math.sin(sun + moon) -
    0.0074 * Math.sin(sun - moon) +
    0.0004 * Math.sin(2 * node + sun) -
    0.0004 * Math.sin(2 * node - sun) -
    0.0006 * Math.sin(2 * node + moon) +
    0.001 * Math.sin(2 * node - moon) +
    0.0005 * Math.sin(sun + 2 * moon);
  const slowing = -0.000278 + 0.000265 * t + 0.000262 * t2;
  return Math.floor(mean + swing - slowing + 0.5 + 7 / 24) - JULIAN_1970;
}

/** Which twelfth of its path (0: from the spring equinox) the sun is in when the day begins in Vietnam. */
function sunTwelfth(day: Day): number {
  const t = (day + JULIAN_1970 - 2451545.5 - 7 / 24) / 36525;
  const t2 = t * t;
  const anomaly = (357.5291 + 35999.0503 * t - 0.0001559 * t2 - 0.00000048 * t * t2) * RAD;
  const mean = 280.46645 + 36000.76983 * t + 0.0003032 * t2;
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t2) * Math.sin(anomaly) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly) +
    0.00029 * Math.sin(3 * anomaly);
  const longitude = mean + centre;
  return Math.floor((longitude - 360 * Math.floor(longitude / 360)) / 30);
}

/** Number of the new moon that opens the month holding the winter solstice of a year: the eleventh month. */
function eleventhMonth(year: number): number {
  const k = Math.floor((fromCivil(year, 12, 31) + JULIAN_1970 - JULIAN_1900) / SYNODIC);
  return sunTwelfth(newMoon(k)) >= 9 ? k - 1 : k;
}

/** First day of a month (3: the third, not counting a leap month) of the lunar year that begins in `year`. */
function monthBegins(year: number, month: 1 | 3): Day {
  const solstice = eleventhMonth(year - 1);
  const leapYear = eleventhMonth(year) - solstice === 13;
  let k = solstice + month + 1;
  if (leapYear) {
    // The leap month is the first in which the sun enters no new twelfth.
    let leap = solstice + 1;
    while (sunTwelfth(newMoon(leap)) !== sunTwelfth(newMoon(leap + 1))) leap++;
    if (leap <= k) k++;
  }
  return newMoon(k);
}

/** Mùng 1 Tết of a year (1980 to 2119). */
export const lunarNewYearOf = (year: number): Day => monthBegins(year, 1);

/** Giỗ Tổ Hùng Vương, 10 of the third lunar month. */
export const hungKingsOf = (year: number): Day => monthBegins(year, 3) + 9;

/**
 * How a day near Tết is called: `29 tháng Chạp`, `mùng 2`. For the last fortnight of Chạp and the first ten days of the year.
 */
export function tetName(day: Day, newYear: Day, chapBegins: Day): string {
  return day >= newYear ? `mùng ${day - newYear + 1}` : `${day - chapBegins + 1} tháng Chạp`;
}

/** First day of tháng Chạp, the last month before Tết of a year. */
export function chapOf(year: number): Day {
  const newYear = lunarNewYearOf(year);
  const length29 = newYear - 29;
  const k = Math.round((length29 + JULIAN_1970 - JULIAN_1900) / SYNODIC);
  for (let moon = k + 1; ; moon--) if (newMoon(moon) < newYear) return newMoon(moon);
}
