import { randomUUID } from 'node:crypto';
import type { RecordEvent } from '../../activities/contract';
import { OFFICE } from '../support/database';
import { aCase, at, type Bench, decidedOn, on, openBench } from './workbench';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
}, 60_000);
afterAll(() => bench.close());

const DECIDED = '2026-09-07';
const newCase = () => bench.write(aCase(decidedOn(DECIDED)), at(DECIDED));
const command = (change: Partial<RecordEvent> = {}): RecordEvent => ({
  type: 'recordEvent',
  commandId: randomUUID(),
  event: 'valid-notice',
  occurredOn: '2026-09-10',
  by: OFFICE.enforcer1,
  ...change,
});

describe('who may record', () => {
  const tell = async (by: string, change: Partial<RecordEvent> = {}) =>
    (
      await bench.activities.applyCommand({
        matterId: await newCase(),
        command: command({ event: 'postponed', attrs: { ground: 'a' }, by, ...change }),
        now: at('2026-09-10'),
      })
    ).answer.refusal;

  test('an enforcer not what the head signs; the head, and what enforcers record as well', async () => {
    expect(await tell(OFFICE.enforcer1)).toMatchObject({ code: 'NOT_FOR_THIS_ROLE' });
    expect(await tell(OFFICE.branch1Head)).toBeNull();
    expect(await tell(OFFICE.branch1Head, { event: 'valid-notice', attrs: {} })).toBeNull();
    expect(await tell(OFFICE.provinceHead, { event: 'valid-notice', attrs: {} })).toBeNull();
    expect(await tell(OFFICE.handler, { event: 'valid-notice', attrs: {} })).toMatchObject({
      code: 'NOT_FOR_THIS_ROLE',
    });
  });
  test('whoever is no officer is not asked', async () => {
    expect(await tell('system')).toBeNull();
  });
  test('a role counts while it is held, a delegation while it lasts', async () => {
    const [officer] = await bench.rows<{ id: string }>(
      `INSERT INTO officer (id, code, name, email, unit_id) VALUES (gen_random_uuid(), 'TST-090', 'Cán bộ TST-090', 'tst-090@thoihan.test', $1)
       RETURNING id`,
      [OFFICE.branch1],
    );
    const id = officer!.id;
    expect(await tell(id)).toMatchObject({ code: 'NOT_FOR_THIS_ROLE' });
    await bench.rows(
      `INSERT INTO officer_role (officer_id, unit_id, role, valid_from, valid_to) VALUES ($1, $2, 'clerk', '2026-01-01', '2026-09-09')`,
      [id, OFFICE.branch1],
    );
    expect(await tell(id)).toMatchObject({ code: 'NOT_FOR_THIS_ROLE' });
    await bench.rows(
      `INSERT INTO delegation (id, delegator_id, delegate_id, from_day, to_day, basis) VALUES (gen_random_uuid(), $1, $2, '2026-09-10', '2026-09-11', 'QĐ 5')`,
      [OFFICE.branch1Head, id],
    );
    expect(await tell(id)).toBeNull();
  });
});

describe('recording an event', () => {
  test('appends it, opens the next deadline and answers with it', async () => {
    const matterId = await newCase();
    const { answer, state } = await bench.record(matterId, 'valid-notice', '2026-09-10', { channel: 'direct' });
    expect(answer).toMatchObject({ refusal: null, seq: 3, stage: 'voluntary' });
    expect(answer.changed).toContainEqual(expect.objectContaining({ dutyId: 'voluntary-period', status: 'open' }));
    expect(state).toMatchObject({
      v: 1,
      matterId,
      kind: 'enforcement_case',
      unit: 'TST-KV1',
      officer: 'TST-005',
      lastSeq: 3,
      closed: false,
    });
    expect(state.nextWake).toBeGreaterThan(at('2026-09-10'));

    const [row] = await bench.rows(
      'SELECT type, occurred_on::text AS day, attrs, recorded_by, seq FROM event WHERE id = $1',
      [answer.eventId],
    );
    expect(row).toEqual({
      type: 'valid-notice',
      day: '2026-09-10',
      attrs: { channel: 'direct' },
      recorded_by: OFFICE.enforcer1,
      seq: 3,
    });
    const [matter] = await bench.rows('SELECT stage, last_seq, next_due::text FROM matter WHERE id = $1', [matterId]);
    expect(matter).toEqual({ stage: 'voluntary', last_seq: 3, next_due: state.nextDue });
    expect(await bench.brokenAt(matterId)).toBeNull();
  });

  test('every deadline keeps its derivation, its calendar and its statute', async () => {
    const matterId = await newCase();
    const rows = await bench.rows(
      'SELECT jsonb_array_length(slip) AS steps, calendar_version, pack_version FROM deadline WHERE matter_id = $1',
      [matterId],
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row.steps).toBeGreaterThan(1);
      expect(row.calendar_version).toMatch(/\d/);
      expect(row.pack_version).toMatch(/\d/);
    }
  });

  test('a deadline met is closed by the event that met it', async () => {
    const matterId = await newCase();
    const { answer } = await bench.record(matterId, 'sent-to-procuracy', '2026-09-08');
    const [row] = await bench.rows(
      `SELECT status::text, closed_on::text, closed_by_event FROM deadline WHERE matter_id = $1 AND closed_by_event = $2`,
      [matterId, answer.eventId],
    );
    expect(row).toEqual({ status: 'met', closed_on: '2026-09-08', closed_by_event: answer.eventId });
  });

  test('money is booked from the effective events', async () => {
    const matterId = await newCase();
    await bench.record(matterId, 'money-paid-out', '2026-09-10', { amount: '9007199254740993' });
    const rows = await bench.rows('SELECT kind, amount::text, "on"::text FROM money_movement WHERE matter_id = $1', [
      matterId,
    ]);
    expect(rows).toEqual([{ kind: 'paid_out', amount: '9007199254740993', on: '2026-09-10' }]);
  });

  test('leaves a trace of who did it', async () => {
    const matterId = await newCase();
    const { answer } = await bench.record(matterId, 'file-opened', '2026-09-08');
    const [row] = await bench.rows('SELECT actor, action, detail FROM audit WHERE object = $1', [`matter:${matterId}`]);
    expect(row).toMatchObject({
      actor: OFFICE.enforcer1,
      action: 'recordEvent',
      detail: { event: 'file-opened', eventId: answer.eventId },
    });
  });

  test('the event that ends the case closes it and what it still owed', async () => {
    const matterId = await newCase();
    const { state } = await bench.record(matterId, 'completed', '2026-09-10');
    expect(state).toMatchObject({ closed: true, nextWake: null, nextDue: null });
    const [matter] = await bench.rows('SELECT closed_on::text FROM matter WHERE id = $1', [matterId]);
    expect(matter).toEqual({ closed_on: '2026-09-10' });
    const spans = await bench.rows(
      'SELECT class, to_day FROM classification_span WHERE matter_id = $1 ORDER BY from_day',
      [matterId],
    );
    expect(spans.at(-1)).toEqual({ class: 'done', to_day: null });
  });
});

describe('the same command again', () => {
  test('gives the same answer and writes nothing', async () => {
    const matterId = await newCase();
    const one = command();
    const first = await bench.activities.applyCommand({ matterId, command: one, now: at('2026-09-10') });
    const before = await bench.counts();
    const again = await bench.activities.applyCommand({ matterId, command: one, now: at('2026-09-10', '11:00') });
    expect(again.answer).toEqual(first.answer);
    expect(again.effects).toEqual(first.effects);
    expect(await bench.counts()).toEqual(before);
  });

  test('repeats what it set off in other matters', async () => {
    const matterId = await newCase();
    const one = command({ event: 'complaint-received', attrs: { class: 'a' } });
    const first = await bench.activities.applyCommand({ matterId, command: one, now: at('2026-09-10') });
    expect(first.effects).toHaveLength(1);
    const again = await bench.activities.applyCommand({ matterId, command: one, now: at('2026-09-10') });
    expect(again.effects).toEqual(first.effects);
  });

  test('its id used for something else is refused', async () => {
    const matterId = await newCase();
    const one = command();
    await bench.activities.applyCommand({ matterId, command: one, now: at('2026-09-10') });
    const other = await bench.activities.applyCommand({
      matterId,
      command: { ...one, occurredOn: '2026-09-09' },
      now: at('2026-09-10'),
    });
    expect(other.answer.refusal?.code).toBe('command_reused');
    expect(other.answer.seq).toBe(3);
  });
});

describe('refusals write nothing', () => {
  test.each([
    ['an event before the one it needs', { event: 'resumed' }],
    ['an event nobody knows', { event: 'no-such-event' }],
    ['a date that does not exist', { occurredOn: '2026-02-31' }],
    ['a day that has not come', { occurredOn: '2026-09-11' }],
    ['a time that does not exist', { at: '25:00' }],
    ['an attribute that is missing', { event: 'money-paid-out' }],
    ['money written in words', { event: 'money-paid-out', attrs: { amount: 'một triệu' } }],
    ['a complaint without its class', { event: 'complaint-received' }],
    ['a second decision', { event: 'decision-issued' }],
  ])('%s', async (_, change) => {
    const matterId = await newCase();
    const before = await bench.counts();
    const { answer, effects } = await bench.activities.applyCommand({
      matterId,
      command: command(change),
      now: at('2026-09-10'),
    });
    expect(answer.refusal?.code).toMatch(/^[\w-]+$/);
    expect(answer.refusal?.vi).not.toBe('');
    expect(answer.refusal?.en).not.toBe('');
    expect(answer).toMatchObject({ eventId: null, changed: [], seq: 2 });
    expect(effects).toEqual([]);
    expect(await bench.counts()).toEqual(before);
  });

  test('an event on a matter that has ended', async () => {
    const matterId = await newCase();
    await bench.record(matterId, 'completed', '2026-09-10');
    const { answer } = await bench.record(matterId, 'valid-notice', '2026-09-11');
    expect(answer.refusal).not.toBeNull();
  });

  test('a matter that is not there is an error, not a refusal', async () => {
    const unknown = { matterId: randomUUID(), command: command(), now: at('2026-09-10') };
    await expect(bench.activities.applyCommand(unknown)).rejects.toMatchObject({ name: 'MatterNotFound' });
  });
});

describe('several people at once', () => {
  test('all are recorded, one after the other, in one chain', async () => {
    const matterId = await newCase();
    const events = [
      'file-opened',
      'sent-to-procuracy',
      'notification-sent',
      'valid-notice',
      'decision-amended',
      'posted-publicly',
    ];
    const outcomes = await Promise.all(events.map(event => bench.record(matterId, event, '2026-09-10')));
    expect(outcomes.map(one => one.answer.refusal)).toEqual(events.map(() => null));
    expect(outcomes.map(one => one.answer.seq).sort()).toEqual([3, 4, 5, 6, 7, 8]);
    expect(await bench.brokenAt(matterId)).toBeNull();
    expect(await bench.rebuildDiffers(matterId, at('2026-09-10'))).toEqual([]);
  });

  test('of two that exclude each other one is refused', async () => {
    const matterId = await newCase();
    const outcomes = await Promise.all([
      bench.record(matterId, 'completed', '2026-09-10'),
      bench.record(matterId, 'terminated', '2026-09-10'),
    ]);
    expect(outcomes.filter(one => one.answer.refusal === null)).toHaveLength(1);
    expect(await bench.brokenAt(matterId)).toBeNull();
  });

  test('the same command sent twice at once is recorded once', async () => {
    const matterId = await newCase();
    const one = command();
    const [first, second] = await Promise.all(
      [1, 2].map(() => bench.activities.applyCommand({ matterId, command: one, now: at('2026-09-10') })),
    );
    expect(second!.answer).toEqual(first!.answer);
    const [row] = await bench.rows('SELECT count(*)::int AS n FROM event WHERE matter_id = $1', [matterId]);
    expect(row).toEqual({ n: 3 });
  });
});

test('a changed event breaks the chain from there on', async () => {
  const matterId = await newCase();
  await bench.record(matterId, 'valid-notice', '2026-09-10');
  await bench.rows('ALTER TABLE event DISABLE TRIGGER event_append_only');
  try {
    await bench.rows('UPDATE event SET attrs = \'{"origin": "ex_officio"}\' WHERE matter_id = $1 AND seq = 2', [
      matterId,
    ]);
  } finally {
    await bench.rows('ALTER TABLE event ENABLE TRIGGER event_append_only');
  }
  expect(await bench.brokenAt(matterId)).toBe(2);
});

describe('reassignment', () => {
  test('what waits for the officer before goes to the new one', async () => {
    const matterId = await bench.write(aCase(decidedOn('2026-08-03')), at(DECIDED));
    const waiting = (officer: string) =>
      bench.rows("SELECT id FROM alert WHERE matter_id = $1 AND recipient_id = $2 AND state = 'waiting'", [
        matterId,
        officer,
      ]);
    const before = await waiting(OFFICE.enforcer1);
    expect(before.length).toBeGreaterThan(0);
    const reassign = {
      type: 'reassign',
      commandId: 'r-1',
      officerId: OFFICE.enforcer2,
      by: OFFICE.branch1Head,
    } as const;
    const { answer, state } = await bench.activities.applyCommand({ matterId, command: reassign, now: at(DECIDED) });
    expect(answer.refusal).toBeNull();
    expect(state.officer).toBe('TST-006');
    expect(await waiting(OFFICE.enforcer1)).toEqual([]);
    expect(await waiting(OFFICE.enforcer2)).toHaveLength(before.length);
    const [trace] = await bench.rows("SELECT detail FROM audit WHERE object = $1 AND action = 'reassign'", [
      `matter:${matterId}`,
    ]);
    expect(trace!.detail).toMatchObject({ fromOfficer: OFFICE.enforcer1, toOfficer: OFFICE.enforcer2 });

    await bench.activities.wakeUp({ matterId, now: at(DECIDED) });
    expect(await waiting(OFFICE.enforcer2)).toHaveLength(before.length);
  });

  test.each([
    ['an officer nobody knows', { officerId: randomUUID() }, 'unknown_officer'],
    ['no officer id at all', { officerId: 'Lan' }, 'unknown_officer'],
    ['a unit nobody knows', { officerId: OFFICE.enforcer2, unitId: randomUUID() }, 'unknown_unit'],
  ])('to %s is refused', async (_, change, code) => {
    const matterId = await newCase();
    const reassign = { type: 'reassign', commandId: 'r-2', by: OFFICE.branch1Head, ...change } as const;
    const { answer, state } = await bench.activities.applyCommand({ matterId, command: reassign, now: at(DECIDED) });
    expect(answer.refusal?.code).toBe(code);
    expect(state.officer).toBe('TST-005');
  });
});

describe('acknowledgement', () => {
  const acknowledge = (deadlineKey: string, by: string) =>
    ({ type: 'acknowledge', commandId: randomUUID(), deadlineKey, promisedOn: '2026-09-11', by }) as const;

  test('by who was told is kept with the promised day', async () => {
    const matterId = await bench.write(aCase(decidedOn('2026-08-03')), at(DECIDED));
    const [told] = await bench.rows<{ key: string }>(
      "SELECT d.key FROM alert a JOIN deadline d ON d.id = a.deadline_id WHERE a.matter_id = $1 AND recipient_id = $2 AND state = 'waiting' LIMIT 1",
      [matterId, OFFICE.enforcer1],
    );
    const command = acknowledge(told!.key, OFFICE.enforcer1);
    const { answer } = await bench.activities.applyCommand({ matterId, command, now: at(DECIDED) });
    expect(answer.refusal).toBeNull();
    const rows = await bench.rows(
      `SELECT k.officer_id, k.promised_on::text, a.state FROM acknowledgement k JOIN alert a ON a.id = k.alert_id WHERE a.matter_id = $1`,
      [matterId],
    );
    expect(rows).toEqual([{ officer_id: OFFICE.enforcer1, promised_on: '2026-09-11', state: 'acknowledged' }]);
    const twice = await bench.activities.applyCommand({
      matterId,
      command: acknowledge(told!.key, OFFICE.enforcer1),
      now: at(DECIDED),
    });
    expect(twice.answer.refusal?.code).toBe('nothing_to_acknowledge');
  });

  test.each([
    ['of a deadline nobody knows', 'x#y', OFFICE.enforcer1, 'unknown_deadline'],
    ['by somebody who was not told', null, OFFICE.enforcer3, 'nothing_to_acknowledge'],
    ['by nobody in particular', null, 'system', 'nothing_to_acknowledge'],
  ])('%s is refused', async (_, key, by, code) => {
    const matterId = await bench.write(aCase(decidedOn('2026-08-03')), at(DECIDED));
    const [open] = await bench.rows<{ key: string }>(
      'SELECT key FROM deadline WHERE matter_id = $1 AND current LIMIT 1',
      [matterId],
    );
    const { answer } = await bench.activities.applyCommand({
      matterId,
      command: acknowledge(key ?? open!.key, by),
      now: at(DECIDED),
    });
    expect(answer.refusal?.code).toBe(code);
  });
});

test('a matter taken over in the middle of its life is as one that was recorded step by step', async () => {
  const whole = await bench.write(
    aCase([...decidedOn(DECIDED), on('2026-09-08', 'file-opened'), on('2026-09-10', 'valid-notice')]),
    at('2026-09-10'),
  );
  const stepped = await newCase();
  await bench.record(stepped, 'file-opened', '2026-09-08');
  await bench.record(stepped, 'valid-notice', '2026-09-10');
  const deadlines = (matterId: string) =>
    bench.rows(
      'SELECT duty_id, started_on, due, due_latest, status, closed_on, slip FROM deadline WHERE matter_id = $1 AND current ORDER BY duty_id, due',
      [matterId],
    );
  expect(await deadlines(stepped)).toEqual(await deadlines(whole));
});
