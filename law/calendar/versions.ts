/**
 * What a calendar's version says. `2015-2027;2018.2;2026.4#1a2b3c4d` is the years 2015 to 2027, each in its first edition but 2018
 * in its second and 2026 in its fourth, and a fingerprint of the days; `+0f3c9a1e` adds a closure of a unit. So two versions
 * tell which decision lies between them.
 */

import type { Calendar, CalendarYear, Closure, EditionRef } from './types';

/** FNV-1a, 32 bits: enough to tell two editions of a calendar apart. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** @param years oldest first */
export function versionOf(years: readonly CalendarYear[]): string {
  if (years.length === 0) return 'none';
  const days = years.map(({ off, workingWeekend, provisional, lunarNewYear }) => [
    ...off.map(({ date, kind, reason }) => [date, kind, reason]),
    ...workingWeekend.map(({ date, insteadOf }) => [date, insteadOf]),
    [provisional, lunarNewYear],
  ]);
  const later = years.filter(({ version }) => version > 1).map(({ year, version }) => `;${year}.${version}`);
  return `${years[0]!.year}-${years[years.length - 1]!.year}${later.join('')}#${fingerprint(JSON.stringify(days))}`;
}

/** A closure in a version: its id shortened, and a fingerprint of its days. */
export const closureMark = ({ id, from, to, reason }: Closure): string =>
  `+${fingerprint(JSON.stringify([id, from, to, reason]))}`;

interface Parts {
  readonly editions: ReadonlyMap<number, number>;
  readonly closures: ReadonlySet<string>;
}

function partsOf(version: string): Parts | null {
  const match = /^(\d{4})-(\d{4})((?:;\d{4}\.\d+)*)#[0-9a-f]{8}((?:\+[0-9a-f]{8})*)$/.exec(version);
  if (!match) return null;
  const [, first, last, later = '', closures = ''] = match;
  const editions = new Map<number, number>();
  for (let year = Number(first); year <= Number(last); year++) editions.set(year, 1);
  for (const [, year, edition] of later.matchAll(/;(\d{4})\.(\d+)/g)) editions.set(Number(year), Number(edition));
  return { editions, closures: new Set(closures.match(/\+[0-9a-f]{8}/g)) };
}

/** What lies between the calendar a date was counted on and this one. */
export interface CalendarChange {
  /** Years that came or are now in another edition. */
  readonly years: readonly EditionRef[];
  /** Closures that came. */
  readonly closed: readonly Closure[];
  /** A closure was withdrawn. */
  readonly reopened: boolean;
}

/** @returns null when the versions are equal, or the earlier one was written by a release that did not say what it was made of */
export function changeSince(before: string, calendar: Calendar): CalendarChange | null {
  if (before === calendar.version) return null;
  const was = partsOf(before);
  const is = partsOf(calendar.version);
  if (!was || !is) return null;
  const marks = calendar.closures.map(closure => ({ closure, mark: closureMark(closure) }));
  return {
    years: calendar.years.filter(({ year, version }) => was.editions.get(year) !== version),
    closed: marks.filter(({ mark }) => !was.closures.has(mark)).map(({ closure }) => closure),
    reopened: [...was.closures].some(mark => !is.closures.has(mark)),
  };
}
