import { randomUUID } from 'node:crypto';
import { type Worth, worthOf } from '../../activities/mail/worth';
import { aCase, at, type Bench, decidedOn, openBench } from '../record/workbench';
import { OFFICE } from '../support/database';

let bench: Bench;
let deadlineId: string;
let matterId: string;
beforeEach(async () => {
  bench = await openBench();
  // Sent to the Procuracy within three working days: due on Wednesday 9 September 2026.
  matterId = await bench.write(aCase(decidedOn('2026-09-04')), at('2026-09-04'));
  const rows = await bench.rows<{ id: string }>(
    `SELECT id FROM deadline WHERE matter_id = $1 AND duty_id = 'decision-to-procuracy'`,
    [matterId],
  );
  deadlineId = rows[0]!.id;
  await bench.pool.query('DELETE FROM alert');
}, 60_000);
afterEach(() => bench.close());

async function told(code: string, when: number, state = 'queued', level = 'officer'): Promise<string> {
  const id = randomUUID();
  const mail = state === 'queued' || state === 'acknowledged' ? await mailed(when) : null;
  await bench.pool.query(
    `INSERT INTO alert (id, matter_id, deadline_id, threshold, recipient_id, channel, urgency, due_at, created_at, state, level, outbox_id)
     VALUES ($1, $2, $3, $4, $5, 'digest', 'high', $6, $6, $7, $8, $9)`,
    [id, matterId, deadlineId, code, OFFICE.enforcer1, new Date(when), state, level, mail],
  );
  return id;
}
/** A mail that the relay took at an instant. */
async function mailed(when: number): Promise<string> {
  const id = randomUUID();
  await bench.pool.query(
    `INSERT INTO outbox (id, message_id, kind, recipient_id, to_address, subject, text, state, attempts, next_try_at, created_at)
     VALUES ($1, $2, 'digest', $3, 'tst-005@thoihan.test', '', '', 'accepted', 1, $4, $4)`,
    [id, `<${id}@thoihan.test>`, OFFICE.enforcer1, new Date(when)],
  );
  await bench.pool.query(
    `INSERT INTO delivery (id, outbox_id, attempt, at, state) VALUES ($1, $2, 1, $3, 'accepted')`,
    [randomUUID(), id, new Date(when)],
  );
  return id;
}
const acknowledged = (alertId: string, when: number) =>
  bench.pool.query(
    'INSERT INTO acknowledgement (id, alert_id, officer_id, at, command_id) VALUES ($1, $2, $3, $4, $5)',
    [...[randomUUID(), alertId, OFFICE.enforcer1, new Date(when), randomUUID()]],
  );
async function worth(now = at('2026-09-30'), units: string[] | null = null) {
  const rows = await worthOf(bench.pool, { from: '2026-09-01', to: '2026-09-30', units, now });
  return Object.fromEntries(
    rows.map(({ threshold, level, channel: _, told: all, ...counts }: Worth) => [
      `${threshold} ${level}`,
      { told: all, ...Object.fromEntries(Object.entries(counts).filter(([, n]) => n > 0)) },
    ]),
  );
}

test('acknowledged on the next working day, over a weekend too, is acted on; later is later', async () => {
  // Friday 4 September; Monday 7 is the next working day.
  await acknowledged(await told('before-5', at('2026-09-04', '06:30'), 'acknowledged'), at('2026-09-07', '23:59'));
  expect(await worth()).toEqual({ 'before-5 officer': { told: 1, acted: 1 } });
  await bench.pool.query(`UPDATE acknowledgement SET at = $1`, [new Date(at('2026-09-08', '00:01'))]);
  expect(await worth()).toEqual({ 'before-5 officer': { told: 1, later: 1 } });
});

test('done is acting as well; a warning after which the limit ran out came to nothing', async () => {
  await told('before-2', at('2026-09-07', '06:30'));
  expect(await worth(at('2026-09-08', '20:00'))).toEqual({ 'before-2 officer': { told: 1, fresh: 1 } });
  expect(await worth(at('2026-09-09', '20:00'))).toEqual({ 'before-2 officer': { told: 1, ignored: 1 } });
  expect(await worth(at('2026-09-10', '00:00'))).toEqual({ 'before-2 officer': { told: 1, tooLate: 1 } });
  await bench.record(matterId, 'sent-to-procuracy', '2026-09-11');
  expect(await worth()).toEqual({ 'before-2 officer': { told: 1, tooLate: 1 } });
  await bench.pool.query('DELETE FROM alert');
  await told('overdue', at('2026-09-10', '06:30'));
  expect(await worth()).toEqual({ 'overdue officer': { told: 1, acted: 1 } });
});

test('what a head saw is not what the officer saw; what was never told is not counted; other units neither', async () => {
  await acknowledged(
    await told('due', at('2026-09-09', '06:30'), 'acknowledged', 'branch_head'),
    at('2026-09-09', '09:00'),
  );
  await told('overdue', at('2026-09-10', '06:30'));
  await told('overdue-5', at('2026-09-16', '06:30'), 'cancelled', 'province_head');
  await told('before-1', at('2026-09-08', '06:30'), 'silent');
  expect(await worth()).toEqual({
    'due branch_head': { told: 1, acted: 1 },
    'overdue officer': { told: 1, ignored: 1 },
  });
  expect(await worth(at('2026-09-30'), [OFFICE.branch2])).toEqual({});
});

test('a mail counts from when the relay took it, and one that bounced was never told', async () => {
  await told('before-2', at('2026-09-04', '06:30'));
  await bench.pool.query('UPDATE delivery SET at = $1', [new Date(at('2026-09-07', '08:00'))]);
  // Eight in the evening of the next working day after the relay took it.
  await bench.record(matterId, 'sent-to-procuracy', '2026-09-07', {}, at('2026-09-08', '20:00'));
  expect(await worth()).toEqual({ 'before-2 officer': { told: 1, acted: 1 } });
  await bench.pool.query(`UPDATE outbox SET state = 'bounced'`);
  expect(await worth()).toEqual({});
});
