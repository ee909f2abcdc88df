import * as fc from 'fast-check';
import { morningOf, nextWake, reachedThresholds, type ThresholdHit, type WatchedDeadline, wakeFor } from '../../alerts';
import { officialCalendar } from '../../law/calendar';
import { instantOf, toDay, vietnamDay } from '../../law/day';
import { alone, RULES } from './fixtures';

const _calendar = officialCalendar();
const FIRST = toDay('2025-06-01');
const SPREAD = 75 * 60_000;
const name = (hit: ThresholdHit) => `${hit.deadlineKey} ${hit.code} ${hit.recipient}`;
const reached = (deadlines: readonly WatchedDeadline[], now: number) =>
  reachedThresholds(deadlines.map(alone), RULES, now);

const deadlines: fc.Arbitrary<WatchedDeadline[]> = fc
  .array(
    fc.record({
      start: fc.integer({ min: 0, max: 500 }),
      length: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 400 })),
      later: fc.constantFrom(0, 0, 0, 1, 3),
      unitKind: fc.constantFrom('days', 'workingDays', 'months', 'atOnce', 'before', 'hours'),
      minute: fc.integer({ min: 0, max: 1439 }),
      basis: fc.constantFrom('law', 'law', 'service'),
      lapse: fc.constantFrom(false, false, true),
      status: fc.constantFrom('open', 'open', 'overdue'),
      dutyId: fc.constantFrom('initial-verification', 'periodic-verification'),
    }),
    { maxLength: 6 },
  )
  .map(rows =>
    rows.map((row, i): WatchedDeadline => {
      const startedOn = FIRST + row.start;
      const due = startedOn + row.length;
      return {
        key: `${row.dutyId}#${i}`,
        dutyId: row.dutyId,
        basis: row.basis as WatchedDeadline['basis'],
        role: 'enforcer',
        unitKind: row.unitKind as WatchedDeadline['unitKind'],
        startedOn,
        due,
        dueLatest: due + row.later,
        ...(row.unitKind === 'hours' ? { dueAt: instantOf(due, row.minute) } : {}),
        status: row.status as WatchedDeadline['status'],
        lapse: row.lapse,
      };
    }),
  );
const instant = fc.integer({ min: instantOf(FIRST - 10, 0), max: instantOf(FIRST + 1000, 0) });

describe('over any sequence of wake-ups', () => {
  test('no threshold is lost and none doubled', () => {
    fc.assert(
      fc.property(deadlines, fc.array(instant, { minLength: 1, maxLength: 12 }), (all, times) => {
        const seen = new Set<string>();
        let now = 0;
        for (const time of [...times].sort((a, b) => a - b)) {
          const before = seen.size;
          const names = reached(all, time).map(name);
          expect(new Set(names).size).toBe(names.length);
          for (const each of names) seen.add(each);
          expect(seen.size).toBeGreaterThanOrEqual(before);
          now = time;
        }
        // What was gathered on the way is what one look at the end finds.
        expect([...seen].sort()).toEqual(reached(all, now).map(name).sort());
        for (const hit of reached(all, now)) expect(hit.dueAt).toBeLessThanOrEqual(now);
      }),
    );
  });

  test('sleeping from wake-up to wake-up meets each threshold on the morning it falls, or to the minute', () => {
    fc.assert(
      fc.property(deadlines, fc.uuid(), instant, (all, matterId, from) => {
        const met = new Map<string, number>();
        const early = new Set(reached(all, from).map(name));
        let now = from;
        for (let wakes = 0; ; wakes++) {
          const next = nextWake(all.map(alone), RULES, matterId, now);
          if (next === null) break;
          expect(next).toBeGreaterThan(now);
          expect(wakes).toBeLessThan(200);
          now = next;
          for (const hit of reached(all, now)) {
            if (!met.has(name(hit)) && !early.has(name(hit))) {
              met.set(name(hit), now);
              const exact = hit.dueAt !== morningOf(vietnamDay(hit.dueAt));
              expect(now - hit.dueAt).toBeLessThan(exact ? 1 : SPREAD);
            }
          }
        }
        const everything = reached(all, instantOf(FIRST + 4000, 0)).map(name);
        expect([...early, ...met.keys()].sort()).toEqual(everything.sort());
      }),
    );
  });

  test('the next wake-up is never later than the next threshold’s own wake', () => {
    fc.assert(
      fc.property(deadlines, fc.uuid(), instant, (all, matterId, now) => {
        const next = nextWake(all.map(alone), RULES, matterId, now);
        const coming = reached(all, instantOf(FIRST + 4000, 0))
          .map(hit => wakeFor(hit.dueAt, matterId))
          .filter(wake => wake > now);
        if (coming.length > 0) {
          expect(next).not.toBeNull();
          expect(next!).toBeLessThanOrEqual(Math.min(...coming));
        }
        if (next !== null) expect(next).toBeGreaterThan(now);
      }),
    );
  });
});
