import { classOf, DEFAULT_POLICY } from '../../alerts';
import { officialCalendar } from '../../law/calendar';
import { STATUTES } from '../../law/catalogue';
import { instantOf, toDay } from '../../law/day';
import { deadline } from './fixtures';

const of = (over: Parameters<typeof deadline>[0]) => classOf(deadline(over), DEFAULT_POLICY, officialCalendar());

describe('class of a deadline', () => {
  const start = toDay('2026-08-03');
  test.each([
    ['at once', { unitKind: 'atOnce', due: start, startedOn: start }, 'at_once'],
    ['in hours', { unitKind: 'hours', due: start + 1, dueAt: instantOf(start + 1, 600) }, 'hours'],
    ['3 working days', { unitKind: 'workingDays', due: start + 3 }, 'up_to_5_working_days'],
    ['5 working days over a weekend', { unitKind: 'workingDays', due: start + 7 }, 'up_to_5_working_days'],
    ['10 days', { due: start + 10 }, 'up_to_30_days'],
    ['30 days', { due: start + 30 }, 'up_to_30_days'],
    ['3 months', { unitKind: 'months', due: start + 92 }, 'longer'],
    ['so many days before an act', { unitKind: 'before', due: start + 2, startedOn: start + 9 }, 'up_to_30_days'],
    ['a service target', { basis: 'service', due: start + 3 }, 'service_target'],
    ['a plan', { basis: 'plan', due: start + 60 }, 'plan'],
    ['a work item', { basis: 'plan', unitKind: 'onDay', due: start, startedOn: start }, 'plan'],
    ['somebody’s window', { lapse: true, due: start + 10 }, 'window'],
    ['a limit of a bank', { role: 'external', due: start + 3 }, 'window'],
    ['a window in hours', { lapse: true, unitKind: 'hours', dueAt: instantOf(start, 600) }, 'window'],
    ['periodic verification', { dutyId: 'periodic-verification', due: start + 184 }, 'repeating'],
  ] as const)('%s', (_, over, expected) => {
    expect(of(over)).toBe(expected);
  });

  test('five working days over Tết are still five working days', () => {
    const before = toDay('2026-02-12');
    const due = officialCalendar().addWorking(before, 5);
    expect(due - before).toBeGreaterThan(10);
    expect(of({ unitKind: 'workingDays', startedOn: before, due })).toBe('up_to_5_working_days');
  });

  test('the repeating duties of the policy are duties of the law', () => {
    const known = new Set(Object.values(STATUTES).flatMap(duties => duties.map(duty => duty.id)));
    expect(DEFAULT_POLICY.repeatingDuties.filter(id => !known.has(id))).toEqual([]);
  });
});

describe('the default policy', () => {
  test('names each threshold of a class once', () => {
    const names = DEFAULT_POLICY.thresholds.map(t => `${t.dutyClass} ${t.code} ${t.recipient}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test('tells the officer before anybody else, of every class', () => {
    for (const dutyClass of new Set(DEFAULT_POLICY.thresholds.map(t => t.dutyClass))) {
      const ladder = DEFAULT_POLICY.thresholds
        .filter(t => t.dutyClass === dutyClass)
        .sort((a, b) => Number(a.from === 'overdue') - Number(b.from === 'overdue') || a.offset - b.offset);
      expect(ladder[0]?.recipient).toBe('officer');
    }
  });

  test('calls nobody late for somebody else’s window', () => {
    const windows = DEFAULT_POLICY.thresholds.filter(t => t.dutyClass === 'window');
    expect(windows).toEqual([expect.objectContaining({ recipient: 'officer', urgency: 'info', channel: 'digest' })]);
  });
});
