import { builtInLaw, lawInForce, type Move, movesOf, standing, toDay } from '../../law';
import type { Deadline, LoggedEvent } from '../../law/model';
import { builtInPack } from '../../law/pack';

const deadline = (key: string, more: Partial<Deadline> = {}): Deadline => ({
  ...{ key, dutyId: 'a-duty', law: '2025', basis: 'law', role: 'enforcer', unitKind: 'days', startedOn: 100 },
  ...{ due: 110, dueLatest: 110, status: 'open', provisional: false, lapse: false, slip: [] },
  ...more,
});
const said = (moves: readonly Move[]) =>
  moves.map(move => `${move.key} ${move.kind}${move.overdueAtOnce ? ' late' : ''}`);

describe('what a change of law does to the deadlines of a matter', () => {
  test.each<[string, Partial<Deadline>, Partial<Deadline>, string[]]>([
    ['nothing', {}, {}, []],
    ['a later date', {}, { due: 111, dueLatest: 111 }, ['k later']],
    ['an earlier warning, the same breach', {}, { due: 109 }, ['k earlier']],
    ['the same warning, a later breach', {}, { dueLatest: 112 }, ['k later']],
    ['another hour of the day', { dueAt: 1_000 }, { dueAt: 900 }, ['k earlier']],
    ['late at once', {}, { due: 90, dueLatest: 90, status: 'overdue' }, ['k earlier late']],
    ['late before and after', { status: 'overdue' }, { due: 109, dueLatest: 109, status: 'overdue' }, ['k earlier']],
    ['a window of others past at once', {}, { due: 90, dueLatest: 90, status: 'overdue', lapse: true }, ['k earlier']],
    ['no longer owed', {}, { status: 'void' }, ['k gone']],
    ['done under both', { status: 'met' }, { status: 'met', due: 120, dueLatest: 120 }, []],
    ['owed again', { status: 'void' }, {}, ['k new']],
    ['a paused clock', { status: 'paused' }, { status: 'paused', due: 111, dueLatest: 111 }, ['k later']],
  ])('%s', (_name, before, after, expected) => {
    expect(said(movesOf([deadline('k', before)], [deadline('k', after)]))).toEqual(expected);
  });

  test('deadlines that only one of the laws has', () => {
    expect(said(movesOf([deadline('old')], [deadline('new', { status: 'overdue' })]))).toEqual([
      'old gone',
      'new new late',
    ]);
  });

  test('a real case under a law that gives three days more for the file', () => {
    const before = builtInLaw();
    const pack = builtInPack('2025');
    const duties = pack.duties.map(duty =>
      duty.id === 'case-file-open' ? { ...duty, period: { unit: 'workingDays' as const, n: 5 } } : duty,
    );
    const after = lawInForce({ packs: [{ ...pack, duties }, builtInPack('2008')], calendar: before.calendar });
    const event = (seq: number, type: string, day: string): LoggedEvent => ({
      ...{ id: `e${seq}`, seq, type, occurredOn: toDay(day), attrs: {}, recordedAt: 0 },
    });
    const events = [
      event(1, 'request-received', '2026-11-02'),
      event(2, 'decision-issued', '2026-11-03'),
      event(3, 'enforcer-assigned', '2026-11-03'),
    ];
    const input = { kind: 'enforcement_case' as const, facts: {}, events, today: toDay('2026-11-04') };
    const moves = movesOf(standing({ ...input, law: before }).deadlines, standing({ ...input, law: after }).deadlines);
    expect(moves.map(({ dutyId, kind, before, after }) => [dutyId, kind, before?.due, after?.due])).toEqual([
      ['case-file-open', 'later', toDay('2026-11-05'), toDay('2026-11-10')],
    ]);
  });
});
