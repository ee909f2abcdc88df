import type { MatterCommand, MatterState, RecordEvent } from '../../activities/contract';
import { refuse } from '../../workflows/refusals';

/** 5 March 2026, 10:00 in Vietnam. */
const NOW = Date.UTC(2026, 2, 5, 3, 0);

const matter = (more: Partial<MatterState> = {}): MatterState => ({
  v: 1,
  matterId: 'm',
  kind: 'enforcement_case',
  unit: 'u',
  officer: 'o',
  stage: 'accepted',
  closed: false,
  lastSeq: 2,
  nextWake: null,
  nextDue: null,
  allowed: { '2026-02-10': ['file_opened', 'sent_to_procuracy'] },
  ...more,
});

const record = (more: Partial<RecordEvent> = {}): RecordEvent => ({
  type: 'recordEvent',
  commandId: 'c1',
  event: 'file_opened',
  occurredOn: '2026-03-05',
  by: 'o',
  ...more,
});
const codeOf = (command: unknown, state = matter(), settled = true): string | null =>
  refuse('recordEvent', state, command as MatterCommand, NOW, settled)?.code ?? null;

describe('recording an event', () => {
  test('takes what may follow, from the day of what it rests on until this minute', () => {
    expect(codeOf(record())).toBeNull();
    expect(codeOf(record({ occurredOn: '2026-02-10' }))).toBeNull();
    expect(codeOf(record({ at: '10:00' }))).toBeNull();
  });

  test.each([
    ['31/02/2026', 'bad_date'],
    ['2026-02-31', 'bad_date'],
    ['2025-02-29', 'bad_date'],
    ['1900-01-01', 'too_early'],
    ['2026-02-09', 'too_early'],
    ['2026-03-06', 'future_event'],
    [undefined, 'bad_date'],
    [20260305, 'bad_date'],
  ])('date %s: %s', (occurredOn, code) => {
    expect(codeOf({ ...record(), occurredOn })).toBe(code);
  });

  test.each([
    ['24:00', 'bad_time'],
    ['7:30', 'bad_time'],
    ['10:01', 'future_event'],
  ])('time %s: %s', (at, code) => {
    expect(codeOf(record({ at }))).toBe(code);
  });

  test('the day turns at midnight in Vietnam, not in Greenwich', () => {
    const lateEvening = Date.UTC(2026, 2, 5, 16, 59);
    const midnight = Date.UTC(2026, 2, 5, 17, 0);
    const tomorrow = record({ occurredOn: '2026-03-06' });
    expect(refuse('recordEvent', matter(), tomorrow, lateEvening, true)?.code).toBe('future_event');
    expect(refuse('recordEvent', matter(), tomorrow, midnight, true)).toBeNull();
  });

  test('names what can be recorded instead', () => {
    const refusal = refuse('recordEvent', matter(), record({ event: 'ended' }), NOW, true);
    expect(refusal).toMatchObject({ code: 'event_not_allowed' });
    expect(refusal?.vi).toContain('file_opened');
    expect(refusal?.en).toContain('file_opened');
  });

  test('while an earlier command is being recorded, only form is judged here', () => {
    expect(codeOf(record({ event: 'ended' }), matter(), false)).toBeNull();
    expect(codeOf(record({ occurredOn: '2026-13-01' }), matter(), false)).toBe('bad_date');
  });

  test('a matter that has ended takes only what may follow its end', () => {
    const ended = matter({ closed: true });
    expect(codeOf(record({ event: 'valuation_done' }), ended)).toBe('matter_closed');
    expect(codeOf(record({ event: 'sent_to_procuracy' }), ended)).toBeNull();
  });

  test.each([
    [undefined, 'unknown_command'],
    [null, 'unknown_command'],
    ['recordEvent', 'unknown_command'],
    [{ ...record(), type: 'correctEvent' }, 'unknown_command'],
    [record({ commandId: ' ' }), 'field_missing'],
    [record({ by: '' }), 'field_missing'],
    [record({ event: '' }), 'field_missing'],
    [record({ attrs: { number: '1'.repeat(10_000) } }), 'too_long'],
  ])('a command of a wrong form (%#)', (command, code) => {
    expect(codeOf(command)).toBe(code);
  });
});

describe('correcting, acknowledging, reassigning', () => {
  const correct = {
    type: 'correctEvent',
    commandId: 'c',
    eventId: 'e',
    reason: 'typing_error',
    by: 'o',
    retract: true,
  } as const;
  const acknowledge = { type: 'acknowledge', commandId: 'c', deadlineKey: 'd', by: 'o' } as const;
  const reassign = { type: 'reassign', commandId: 'c', officerId: 'p', by: 'o' } as const;
  const codeFor = (command: unknown, state = matter()) =>
    refuse((command as MatterCommand).type, state, command as MatterCommand, NOW, true)?.code ?? null;

  test.each([
    [correct, null],
    [{ ...correct, retract: undefined }, 'nothing_corrected'],
    [{ ...correct, retract: undefined, occurredOn: '2026-03-01' }, null],
    [{ ...correct, occurredOn: '2026-03-06' }, 'future_event'],
    [{ ...correct, at: '99:99' }, 'bad_time'],
    [{ ...correct, reason: 'because' }, 'unknown_reason'],
    [{ ...correct, eventId: '' }, 'field_missing'],
    [acknowledge, null],
    [{ ...acknowledge, promisedOn: '2026-03-05' }, null],
    [{ ...acknowledge, promisedOn: '2026-03-04' }, 'promise_in_past'],
    [{ ...acknowledge, promisedOn: 'soon' }, 'bad_date'],
    [{ ...acknowledge, deadlineKey: '' }, 'field_missing'],
    [reassign, null],
    [{ ...reassign, officerId: '' }, 'field_missing'],
  ])('%#: %j is answered %s', (command, code) => {
    expect(codeFor(command)).toBe(code);
  });

  test('of a matter that has ended, only its events can be corrected', () => {
    const ended = matter({ closed: true });
    expect(codeFor(correct, ended)).toBeNull();
    expect(codeFor(acknowledge, ended)).toBe('matter_closed');
    expect(codeFor(reassign, ended)).toBe('matter_closed');
  });
});
