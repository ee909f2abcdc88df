import { OFFICE } from '../support/database';
import { aCase, at, type Bench, decidedOn, openBench } from './workbench';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
}, 60_000);
afterEach(() => bench.close());

// The decision goes to the Procuracy within three working days: due on Wednesday 9 September, a breach from Thursday on.
const DECIDED = '2026-09-04';
const DUTY = 'decision-to-procuracy';

interface Told {
  readonly threshold: string;
  readonly level: string;
  readonly recipient: string;
  readonly instead: string | null;
  readonly state: string;
  readonly day: string;
}
const toldOf = (matterId: string) =>
  bench.rows<Told>(
    `SELECT a.threshold, a.level, r.code AS recipient, i.code AS instead, a.state,
       to_char(a.created_at AT TIME ZONE INTERVAL '+07:00', 'YYYY-MM-DD') AS day
     FROM alert a JOIN deadline d ON d.id = a.deadline_id JOIN officer r ON r.id = a.recipient_id
     LEFT JOIN officer i ON i.id = a.instead_of
     WHERE a.matter_id = $1 AND d.duty_id = '${DUTY}' ORDER BY a.created_at, a.due_at, a.level DESC, a.threshold`,
    [matterId],
  );
const brief = async (matterId: string) =>
  (await toldOf(matterId)).map(({ day, threshold, recipient, instead }) =>
    [day, threshold, recipient, ...(instead === null ? [] : [`for ${instead}`])].join(' '),
  );

const standsIn = (officer: string, delegate: string, from: string, to: string) =>
  bench.pool.query(
    `INSERT INTO delegation (id, delegator_id, delegate_id, from_day, to_day, basis) VALUES (gen_random_uuid(), $1, $2, $3, $4, '1/QĐ')`,
    [officer, delegate, from, to],
  );
const aLiveCase = () => bench.write(aCase(decidedOn(DECIDED), { importId: null }), at(DECIDED));
const keyOf = async (matterId: string) =>
  (
    await bench.rows<{ key: string }>(`SELECT key FROM deadline WHERE matter_id = $1 AND duty_id = '${DUTY}'`, [
      matterId,
    ])
  )[0]!.key;
let commands = 0;
async function acknowledge(matterId: string, now: number, promisedOn?: string, by: string = OFFICE.enforcer1) {
  const command = {
    ...({ type: 'acknowledge', commandId: `ack-${commands++}`, deadlineKey: await keyOf(matterId), by } as const),
    ...(promisedOn === undefined ? {} : { promisedOn }),
  } as const;
  return bench.activities.applyCommand({ matterId, command, now });
}

test('the usual way up: the officer, the head on the first working day of the breach, leadership on the fifth', async () => {
  const id = await aLiveCase();
  await bench.liveUntil(id, '2026-09-17');
  expect(await brief(id)).toEqual([
    '2026-09-07 before-2 TST-005',
    '2026-09-08 before-1 TST-005',
    '2026-09-09 due TST-005',
    '2026-09-10 overdue TST-005',
    '2026-09-10 overdue-head TST-003',
    '2026-09-16 overdue-5 TST-001',
  ]);
});

test('the officer is away with nobody who stands in: the head is told instead, and the next step waits for time in which somebody reads', async () => {
  await bench.away(OFFICE.enforcer1, '2026-09-08', '2026-09-11');
  const id = await aLiveCase();
  await bench.liveUntil(id, '2026-09-15');
  expect(await brief(id)).toEqual([
    '2026-09-07 before-2 TST-005',
    '2026-09-08 before-1 TST-003 for TST-005',
    '2026-09-09 due TST-003 for TST-005',
    '2026-09-10 overdue TST-003 for TST-005',
    '2026-09-14 overdue-head TST-003',
  ]);
});

test('somebody stands in: nothing climbs and nothing waits', async () => {
  await bench.away(OFFICE.enforcer1, '2026-09-08', '2026-09-11');
  await standsIn(OFFICE.enforcer1, OFFICE.enforcer2, '2026-09-08', '2026-09-11');
  const id = await aLiveCase();
  await bench.liveUntil(id, '2026-09-10');
  expect(await brief(id)).toEqual([
    '2026-09-07 before-2 TST-005',
    '2026-09-08 before-1 TST-005',
    '2026-09-09 due TST-005',
    '2026-09-10 overdue TST-005',
    '2026-09-10 overdue-head TST-003',
  ]);
});

test('two who stand in for each other and are both away are nobody', async () => {
  await bench.away(OFFICE.enforcer1, '2026-09-08', '2026-09-11');
  await bench.away(OFFICE.enforcer2, '2026-09-08', '2026-09-11');
  await standsIn(OFFICE.enforcer1, OFFICE.enforcer2, '2026-09-08', '2026-09-11');
  await standsIn(OFFICE.enforcer2, OFFICE.enforcer1, '2026-09-08', '2026-09-11');
  const id = await aLiveCase();
  await bench.liveUntil(id, '2026-09-09');
  expect(await brief(id)).toEqual([
    '2026-09-07 before-2 TST-005',
    '2026-09-08 before-1 TST-003 for TST-005',
    '2026-09-09 due TST-003 for TST-005',
  ]);
});

test('nobody reads at any level: it waits for the one it was meant for', async () => {
  for (const who of [OFFICE.enforcer1, OFFICE.branch1Head, OFFICE.provinceHead])
    await bench.away(who, '2026-09-08', '2026-09-09');
  const id = await aLiveCase();
  await bench.liveUntil(id, '2026-09-09');
  expect(await brief(id)).toEqual([
    '2026-09-07 before-2 TST-005',
    '2026-09-08 before-1 TST-005',
    '2026-09-09 due TST-005',
  ]);
});

test('an absence that ends sooner than was said delays a step by no more than a day', async () => {
  await bench.away(OFFICE.enforcer1, '2026-09-10', '2026-09-30');
  const id = await aLiveCase();
  await bench.liveUntil(id, '2026-09-14');
  expect((await toldOf(id)).map(one => one.threshold)).not.toContain('overdue-head');
  await bench.pool.query(`UPDATE absence SET to_day = '2026-09-14' WHERE officer_id = $1`, [OFFICE.enforcer1]);
  await bench.liveUntil(id, '2026-09-15');
  expect(await brief(id)).toContain('2026-09-15 overdue-head TST-003');
});

test('a unit without a head: leadership is told', async () => {
  await bench.pool.query(`DELETE FROM officer_role WHERE officer_id = $1`, [OFFICE.branch1Head]);
  const id = await aLiveCase();
  await bench.liveUntil(id, '2026-09-10');
  expect(await brief(id)).toContain('2026-09-10 overdue-head TST-001');
});

test('acknowledged with a day: leadership hears only when the day has passed, and so do both who should have acted', async () => {
  const id = await aLiveCase();
  await bench.liveUntil(id, '2026-09-10');
  const { answer, state } = await acknowledge(id, at('2026-09-10', '10:00'), '2026-09-18');
  expect(answer.refusal).toBeNull();
  expect(state.nextWake).not.toBeNull();
  await bench.liveUntil(id, '2026-09-18');
  expect((await toldOf(id)).filter(one => one.day > '2026-09-10')).toEqual([]);
  await bench.liveUntil(id, '2026-09-21');
  expect((await brief(id)).filter(one => one > '2026-09-18').sort()).toEqual([
    '2026-09-21 overdue-5 TST-001',
    '2026-09-21 promise-2026-09-18 TST-003',
    '2026-09-21 promise-2026-09-18 TST-005',
  ]);
});

test('done before the promised day: nobody hears of it again', async () => {
  const id = await aLiveCase();
  await bench.liveUntil(id, '2026-09-10');
  await acknowledge(id, at('2026-09-10', '10:00'), '2026-09-18');
  const { answer } = await bench.record(id, 'sent-to-procuracy', '2026-09-14');
  expect(answer.refusal).toBeNull();
  await bench.liveUntil(id, '2026-09-30');
  expect((await toldOf(id)).filter(one => one.day > '2026-09-10')).toEqual([]);
});

test('a promise too far away is refused, and the last possible day is named', async () => {
  const id = await aLiveCase();
  await bench.liveUntil(id, '2026-09-10');
  const { answer } = await acknowledge(id, at('2026-09-10', '10:00'), '2026-09-25');
  expect(answer.refusal).toMatchObject({ code: 'promise_out_of_range' });
  expect(answer.refusal!.vi).toContain('2026-09-24');
  expect(await bench.rows('SELECT 1 FROM acknowledgement', [])).toEqual([]);
});

test('given to another officer: the new one is told once what the old one was told, and the chain goes on', async () => {
  const id = await aLiveCase();
  await bench.liveUntil(id, '2026-09-09');
  await bench.pool.query(`UPDATE alert SET state = 'queued' WHERE matter_id = $1`, [id]);
  const command = { type: 'reassign', commandId: 'give', officerId: OFFICE.enforcer2, by: OFFICE.branch1Head } as const;
  await bench.activities.applyCommand({ matterId: id, command, now: at('2026-09-09', '14:00') });
  await bench.liveUntil(id, '2026-09-10');
  expect((await brief(id)).filter(one => one.includes('TST-006'))).toEqual([
    '2026-09-09 due TST-006',
    '2026-09-10 overdue TST-006',
  ]);
});

test('given to an officer who was there all the time: a step that waited for the old one is told at once', async () => {
  await bench.away(OFFICE.enforcer1, '2026-09-10', '2026-09-30');
  const id = await aLiveCase();
  await bench.liveUntil(id, '2026-09-14');
  expect((await toldOf(id)).map(one => one.threshold)).not.toContain('overdue-head');
  const command = { type: 'reassign', commandId: 'give', officerId: OFFICE.enforcer2, by: OFFICE.branch1Head } as const;
  await bench.activities.applyCommand({ matterId: id, command, now: at('2026-09-14', '14:00') });
  expect(await brief(id)).toContain('2026-09-14 overdue-head TST-003');
});

test('what is done is not told any more: waiting alerts end, and an urgent mail not yet handed over is not sent', async () => {
  const id = await aLiveCase();
  const freeze = {
    type: 'recordEvent',
    commandId: 'frozen',
    event: 'freeze-minutes-drawn',
    occurredOn: '2026-09-15',
    at: '11:00',
    by: OFFICE.enforcer1,
  } as const;
  await bench.activities.applyCommand({ matterId: id, command: freeze, now: at('2026-09-15', '11:30') });
  await bench.activities.wakeUp({ matterId: id, now: at('2026-09-16', '07:00') });
  const mails = () =>
    bench.rows<{ state: string; because: string | null }>(
      `SELECT o.state::text, o.suppressed_because AS because
       FROM outbox o JOIN alert a ON a.outbox_id = o.id JOIN deadline d ON d.id = a.deadline_id
       WHERE o.kind = 'urgent' AND d.matter_id = $1 AND d.duty_id = 'freeze-on-minutes-decision'`,
      [id],
    );
  expect(await mails()).toContainEqual({ state: 'pending', because: null });
  await bench.record(id, 'freeze-decided', '2026-09-16', { number: '2/QĐ' }, at('2026-09-16', '07:10'));
  expect(await mails()).toEqual([{ state: 'suppressed', because: 'settled' }]);
  const states = await bench.rows<{ state: string }>(
    `SELECT DISTINCT a.state FROM alert a JOIN deadline d ON d.id = a.deadline_id WHERE d.duty_id = 'freeze-on-minutes-decision' AND a.matter_id = $1`,
    [id],
  );
  expect(states).toEqual([{ state: 'cancelled' }]);
});
