/** Random calendars, pauses and periods for property tests. */

import * as fc from 'fast-check';
import type { Calendar, Closure } from '../../law/calendar';
import { tabulate } from '../../law/calendar/table';
import { toDay, toIso } from '../../law/day';
import type { Day, LoggedEvent, Period } from '../../law/model';
import { event } from './made-up';

/** Triggers lie in these three years, far from 1 July 2026. */
export const FIRST = toDay('2027-01-01');
export const LAST = toDay('2029-12-31');

export const trigger = fc.integer({ min: FIRST, max: LAST });

export interface Days {
  readonly off: ReadonlySet<Day>;
  readonly worked: ReadonlySet<Day>;
}

export const isWeekend = (day: Day): boolean => (day + 3) % 7 >= 5;

/** Days off in clumps, like Tết, and single worked weekends. */
export const days: fc.Arbitrary<Days> = fc
  .record({
    clumps: fc.array(
      fc.record({ from: fc.integer({ min: FIRST - 400, max: LAST + 400 }), length: fc.integer({ min: 1, max: 9 }) }),
      { maxLength: 60 },
    ),
    worked: fc.array(fc.integer({ min: FIRST - 400, max: LAST + 400 }), { maxLength: 40 }),
  })
  .map(({ clumps, worked }) => {
    const off = new Set(
      clumps.flatMap(({ from, length }) => Array.from({ length }, (_, i) => from + i).filter(day => !isWeekend(day))),
    );
    return { off, worked: new Set(worked.filter(isWeekend)) };
  });

export const works =
  ({ off, worked }: Days) =>
  (day: Day): boolean =>
    isWeekend(day) ? worked.has(day) : !off.has(day);

/** @param isSwap which of the days off are swapped ones. */
export function calendarOf(
  { off, worked }: Days,
  isProvisional: (day: Day) => boolean = () => false,
  isSwap: (day: Day) => boolean = () => false,
): Calendar {
  return tabulate({
    version: 'random',
    years: [],
    closures: [],
    off: new Map(
      [...off].map(day => [day, { reason: 'nghỉ', kind: isSwap(day) ? ('swap' as const) : ('holiday' as const) }]),
    ),
    worked,
    lunarNewYears: new Map(),
    isProvisional,
  });
}

interface Swap {
  readonly off: Day;
  readonly worked: Day;
}

/** Weekdays off made up on a weekend. */
const swaps: fc.Arbitrary<readonly Swap[]> = fc
  .array(fc.record({ at: trigger, gap: fc.integer({ min: -9, max: 9 }) }), { maxLength: 12 })
  .map(list =>
    list.map(({ at, gap }) => {
      let off = at;
      while (isWeekend(off)) off++;
      let worked = off + gap;
      while (!isWeekend(worked)) worked++;
      return { off, worked };
    }),
  );

export const closures: fc.Arbitrary<readonly Closure[]> = fc
  .array(fc.record({ from: trigger, length: fc.integer({ min: 0, max: 12 }) }), { maxLength: 6 })
  .map(list =>
    list.map(({ from, length }, i) => ({ id: `c${i}`, from, to: from + length, reason: 'Ngập', decision: 'QĐ 1' })),
  );

export interface SwapCalendar extends Days {
  readonly calendar: Calendar;
  readonly holidays: ReadonlySet<Day>;
  readonly swapped: ReadonlySet<Day>;
}

/** A calendar of holidays and swaps; holidays win where both fall on a day. */
export const swapCalendar: fc.Arbitrary<SwapCalendar> = fc.tuple(days, swaps).map(([{ off }, list]) => {
  const kinds = new Map(list.map(swap => [swap.off, { reason: 'Hoán đổi', kind: 'swap' as const }] as const));
  const holidays = new Map([...off].map(day => [day, { reason: 'Lễ', kind: 'holiday' as const }] as const));
  return {
    swapped: new Set([...kinds.keys()].filter(day => !holidays.has(day))),
    worked: new Set(list.map(swap => swap.worked)),
    holidays: new Set(holidays.keys()),
    off: new Set([...kinds.keys(), ...holidays.keys()]),
    calendar: tabulate({
      version: '2027-2029#00000000',
      years: [],
      off: new Map<Day, { reason: string; kind: 'swap' | 'holiday' }>([...kinds, ...holidays]),
      worked: new Set(list.map(swap => swap.worked)),
      closures: [],
      lunarNewYears: new Map(),
      isProvisional: () => false,
    }),
  };
});

const upTo = (max: number) => fc.integer({ min: 1, max });

export const forwardPeriod: fc.Arbitrary<Period> = fc.oneof(
  upTo(100).map((n): Period => ({ unit: 'days', n })),
  upTo(60).map((n): Period => ({ unit: 'workingDays', n })),
  upTo(30).map((n): Period => ({ unit: 'months', n })),
  upTo(5).map((n): Period => ({ unit: 'years', n })),
  upTo(100).map((n): Period => ({ unit: 'hours', n })),
  fc.constant<Period>({ unit: 'atOnce' }),
  fc.constant<Period>({ unit: 'onDay' }),
);

export const backwardPeriod: fc.Arbitrary<Period> = fc
  .tuple(fc.constantFrom('hours' as const, 'days' as const, 'workingDays' as const), upTo(40))
  .map(([of, n]): Period => ({ unit: 'before', of, n }));

export interface Halt {
  readonly kind: 'halt' | 'stay';
  readonly after: number;
  readonly length: number;
}

/** Pauses of two kinds; those of one kind follow each other, those of different kinds may overlap. */
export const halts: fc.Arbitrary<readonly Halt[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('halt' as const, 'stay' as const),
    after: fc.integer({ min: -5, max: 40 }),
    length: fc.integer({ min: 0, max: 25 }),
  }),
  { maxLength: 8 },
);

/** The events of the pauses, and the days they cover. */
export function haltEvents(list: readonly Halt[], start: Day): { events: LoggedEvent[]; paused: Set<Day> } {
  const at = { halt: start - 6, stay: start - 6 };
  const events: LoggedEvent[] = [];
  const paused = new Set<Day>();
  for (const { kind, after, length } of list) {
    const from = at[kind] + Math.max(after, 0) + 1;
    const to = from + length;
    events.push(event(kind, toIso(from)), event(kind === 'halt' ? 'resume' : 'unstay', toIso(to)));
    for (let day = from; day < to; day++) paused.add(day);
    at[kind] = to;
  }
  return { events, paused };
}
