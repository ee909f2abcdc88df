import { morningOf, nextWake, reachedThresholds, wakeFor } from '../../alerts';
import { officialCalendar } from '../../law/calendar';
import { instantOf, toDay, toIsoMinute } from '../../law/day';
import { alone, deadline, RULES } from './fixtures';

const _calendar = officialCalendar();
const MATTER = '7f9c24e5-3a1b-4c8d-9e2f-0a1b2c3d4e5f';
const at = (iso: string, minute = 6 * 60) => instantOf(toDay(iso), minute);
const hits = (over: Parameters<typeof deadline>[0], now: number) =>
  reachedThresholds([alone(deadline(over))], RULES, now);
const shown = (over: Parameters<typeof deadline>[0], now: number) =>
  hits(over, now).map(hit => `${toIsoMinute(hit.dueAt)} ${hit.code} ${hit.recipient} ${hit.channel}`);
const wake = (over: Parameters<typeof deadline>[0], now: number) =>
  nextWake([alone(deadline(over))], RULES, MATTER, now);

describe('thresholds that have fallen', () => {
  // Ten days from Monday 3 August to Thursday 13 August 2026.
  test.each([
    ['2026-08-05', []],
    ['2026-08-06', ['2026-08-06T06:00 before-5 officer digest']],
    ['2026-08-11', ['before-5', 'before-2']],
    ['2026-08-13', ['before-5', 'before-2', 'due']],
    ['2026-08-14', ['before-5', 'before-2', 'due', 'overdue', 'overdue-head']],
    ['2026-08-19', ['before-5', 'before-2', 'due', 'overdue', 'overdue-head']],
    ['2026-08-20', ['before-5', 'before-2', 'due', 'overdue', 'overdue-head', 'overdue-5']],
  ])('of a limit of ten days, by the morning of %s', (day, expected) => {
    const found = shown({}, at(day));
    expect(found).toHaveLength(expected.length);
    for (const [i, line] of found.entries()) expect(line).toContain(expected[i]);
  });

  test('none a minute before the morning', () => {
    expect(shown({}, at('2026-08-06') - 60_000)).toEqual([]);
  });

  test('warnings skip days off: two working days before Monday is Thursday', () => {
    const found = shown({ due: toDay('2026-08-17') }, at('2026-08-17'));
    expect(found).toContain('2026-08-13T06:00 before-2 officer digest');
  });

  test('a warning never falls on or before the day the clock started', () => {
    const short = { unitKind: 'workingDays' as const, startedOn: toDay('2026-08-12'), due: toDay('2026-08-13') };
    expect(shown(short, at('2026-08-13'))).toEqual(['2026-08-13T06:00 due officer digest']);
  });

  test('a look-back limit that ends on a day off warns on the working day before', () => {
    const sunday = { unitKind: 'before' as const, due: toDay('2026-08-16'), startedOn: toDay('2026-08-31') };
    expect(shown(sunday, at('2026-08-14'))).toContain('2026-08-14T06:00 due officer digest');
  });

  test('a day set by a plan warns before it, on working days, and its lateness is no breach', () => {
    const sunday = toDay('2026-08-16');
    const item = { basis: 'plan' as const, unitKind: 'onDay' as const, startedOn: sunday, due: sunday };
    expect(shown(item, at('2026-08-20'))).toEqual([
      '2026-08-12T06:00 before-2 officer digest',
      '2026-08-14T06:00 due officer digest',
      '2026-08-17T06:00 overdue officer digest',
      '2026-08-19T06:00 overdue-head branch_head digest',
    ]);
  });

  test('a disputed limit warns on the earlier reading and is late only after the later', () => {
    const disputed = { due: toDay('2026-08-12'), dueLatest: toDay('2026-08-13') };
    expect(shown(disputed, at('2026-08-12'))).toContain('2026-08-12T06:00 due officer digest');
    expect(shown(disputed, at('2026-08-13')).join()).not.toContain('overdue');
    expect(shown(disputed, at('2026-08-14')).join()).toContain('2026-08-14T06:00 overdue officer');
  });

  test('a duty owed at once is told at once', () => {
    const today = toDay('2026-08-03');
    expect(shown({ unitKind: 'atOnce', startedOn: today, due: today }, at('2026-08-03', 10 * 60))).toEqual([
      '2026-08-03T06:00 due officer at_once',
    ]);
  });

  test('limits in hours fall at their own minute', () => {
    const hours = { unitKind: 'hours' as const, due: toDay('2026-08-04'), dueAt: at('2026-08-04', 14 * 60 + 30) };
    expect(shown(hours, hours.dueAt - 3_600_000)).toEqual([
      '2026-08-04T10:30 hours-4 officer digest',
      '2026-08-04T13:30 hours-1 officer at_once',
    ]);
    expect(shown(hours, hours.dueAt).join()).not.toContain('overdue');
    expect(shown(hours, hours.dueAt + 60_000)).toContain('2026-08-04T14:31 overdue officer at_once');
  });

  test('a late record sends one urgent mail, not one for each threshold passed', () => {
    const hours = { unitKind: 'hours' as const, due: toDay('2026-08-04'), dueAt: at('2026-08-04', 600) };
    const urgent = hits(hours, at('2026-08-06')).filter(
      hit => hit.channel === 'at_once' && hit.recipient === 'officer',
    );
    expect(urgent.map(hit => hit.code)).toEqual(['overdue']);
  });

  test('the closing of a window is told once, to the officer', () => {
    expect(shown({ lapse: true }, at('2026-08-13'))).toEqual([]);
    expect(shown({ lapse: true }, at('2026-12-31'))).toEqual(['2026-08-14T06:00 window-closed officer digest']);
  });

  test.each(['met', 'late', 'void', 'paused'] as const)('a deadline that is %s has none', status => {
    expect(shown({ status }, at('2026-12-31'))).toEqual([]);
    expect(wake({ status }, at('2026-08-01'))).toBeNull();
  });
});

describe('the next wake-up', () => {
  test('is the matter’s own minute of the morning of the next threshold', () => {
    expect(wake({}, at('2026-08-03', 600))).toBe(wakeFor(morningOf(toDay('2026-08-06')), MATTER));
  });

  test('a status changes on the morning after the due day, day off or not', () => {
    const friday = { due: toDay('2026-08-14') };
    expect(wake(friday, at('2026-08-14', 600))).toBe(wakeFor(morningOf(toDay('2026-08-15')), MATTER));
    expect(wake({ ...friday, status: 'overdue' }, at('2026-08-15', 600))).toBe(
      wakeFor(morningOf(toDay('2026-08-17')), MATTER),
    );
  });

  test('of a limit in hours is exact', () => {
    const hours = { unitKind: 'hours' as const, due: toDay('2026-08-04'), dueAt: at('2026-08-04', 870) };
    expect(wake(hours, at('2026-08-04', 600))).toBe(at('2026-08-04', 630));
    expect(wake(hours, at('2026-08-04', 870))).toBe(at('2026-08-04', 871));
  });

  test('spreads matters between 06:00 and 07:15, always in the same way', () => {
    const morning = morningOf(toDay('2026-08-06'));
    const spread = Array.from({ length: 500 }, (_, i) => wakeFor(morning, `matter ${i}`) - morning);
    expect(Math.min(...spread)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...spread)).toBeLessThan(75 * 60_000);
    expect(new Set(spread.map(ms => Math.floor(ms / 60_000 / 5))).size).toBe(15);
    expect(wakeFor(morning, MATTER)).toBe(morning + 2_818_158);
  });
});
