import { randomUUID } from 'node:crypto';
import { toIso, vietnamDay } from '../../law';
import { OFFICE } from '../support/database';
import { aCase, at, type Bench, decidedOn, on, openBench } from './workbench';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
}, 60_000);
afterEach(() => bench.close());

interface Sent {
  readonly nextTryAt: number;
  readonly to: string;
  readonly text: string;
}
const mailsOf = (matterId: string) =>
  bench.rows<Sent>(
    `SELECT (extract(epoch FROM o.next_try_at) * 1000)::float8 AS "nextTryAt", o.to_address AS "to", o.text
     FROM outbox o JOIN alert a ON a.outbox_id = o.id WHERE a.matter_id = $1 ORDER BY o.next_try_at, o.id`,
    [matterId],
  );

/** The mail about an order of the court that is to be decided on *at once*, recorded at an instant. */
async function interim(now: number, received = toIso(vietnamDay(now)), more: Parameters<typeof aCase>[1] = {}) {
  const matterId = await bench.write(
    aCase([on(received, 'judgment-received')], {
      importId: null,
      detail: { kind: 'enforcement_case', origin: 'interim' },
      ...more,
    }),
    now,
  );
  const { urgent } = await bench.wakeUp(matterId, now);
  const [mail, ...others] = await mailsOf(matterId);
  expect(others).toEqual([]);
  return { ...mail!, urgent, matterId };
}

async function closed(unitId: string, fromDay: string, toDay: string): Promise<void> {
  const at = new Date('2026-01-05T08:00:00Z');
  await bench.prisma.unitClosure.create({
    data: {
      ...{
        id: randomUUID(),
        unitId,
        fromDay: new Date(fromDay),
        toDay: new Date(toDay),
        reason: 'bão',
        decision: 'QĐ 3',
      },
      ...{ author: 'TST-003', countersigner: 'TST-001', recordedAt: at, signedAt: at },
    },
  });
  await bench.pool.query('UPDATE law_stamp SET stamp = stamp + 1');
}

test.each<[string, string, string, boolean, string | null]>([
  ['in office hours: at once', '2026-09-07 15:00', '2026-09-07 15:00', true, null],
  ['in the evening: the next morning', '2026-09-07 17:00', '2026-09-08 07:30', false, null],
  ['before the office opens: when it does', '2026-09-07 06:40', '2026-09-07 07:30', false, null],
  ['on a Saturday: on Monday', '2026-09-05 10:00', '2026-09-07 07:30', false, '2026-09-04'],
  ['on the eve of Tết: when Tết is over', '2026-02-13 19:00', '2026-02-23 07:30', false, null],
])('%s', async (_, recorded, sent, urgent, received) => {
  const [day, time] = recorded.split(' ') as [string, string];
  const mail = await interim(at(day, time), received ?? day);
  expect(mail).toMatchObject({ nextTryAt: at(...(sent.split(' ') as [string, string])), urgent });
});

test('what waited for the morning speaks of that morning', async () => {
  const mail = await interim(at('2026-09-07', '19:00'));
  expect(mail.text).toContain('Hạn 07/09/2026, quá 1 ngày làm việc');
});

test('a unit that is closed reads it when it opens; a reader elsewhere is not kept waiting', async () => {
  await closed(OFFICE.branch1, '2026-09-07', '2026-09-09');
  const [now, received] = [at('2026-09-07', '10:00'), '2026-09-04'];
  expect(await interim(now, received)).toMatchObject({ nextTryAt: at('2026-09-10', '07:30') });
  await bench.rows('DELETE FROM officer_role WHERE officer_id = $1', [OFFICE.branch1Head]);
  const ownerless = await interim(now, received, { officerId: null, officerCode: null });
  expect(ownerless).toMatchObject({ to: 'tst-001@thoihan.test', nextTryAt: now });
});

test('it goes to who reads on the morning it goes out', async () => {
  const days = { fromDay: new Date('2026-09-08'), toDay: new Date('2026-09-08') };
  await bench.prisma.absence.create({ data: { officerId: OFFICE.enforcer1, ...days, kind: 'leave' } });
  await bench.prisma.delegation.create({
    data: { ...days, delegatorId: OFFICE.enforcer1, delegateId: OFFICE.enforcer3, basis: 'QĐ 9' },
  });
  expect(await interim(at('2026-09-07', '16:00'))).toMatchObject({ to: 'tst-005@thoihan.test' });
  expect(await interim(at('2026-09-07', '20:00'))).toMatchObject({ to: 'tst-007@thoihan.test' });
  // The stand-in works at another branch, which is closed that day; the day after, the officer is back.
  await closed(OFFICE.branch2, '2026-09-08', '2026-09-08');
  expect(await interim(at('2026-09-07', '20:00'))).toMatchObject({
    to: 'tst-005@thoihan.test',
    nextTryAt: at('2026-09-09', '07:30'),
  });
});

test('nobody reads on that morning: the level above is told instead, by mail and in the digest', async () => {
  const away = { officerId: OFFICE.enforcer1, fromDay: new Date('2026-09-08'), toDay: new Date('2026-09-10') };
  await bench.prisma.absence.create({ data: { ...away, kind: 'leave' } });
  expect(await interim(at('2026-09-07', '16:00'))).toMatchObject({ to: 'tst-005@thoihan.test' });
  const instead = await interim(at('2026-09-07', '20:00'));
  expect(instead).toMatchObject({ to: 'tst-003@thoihan.test', nextTryAt: at('2026-09-08', '07:30') });
  expect(instead.text).toContain('Báo thay cho TST-005');

  const matterId = await bench.write(aCase([on('2026-08-20', 'judgment-received')]), at('2026-09-04'));
  await bench.record(matterId, 'request-received', '2026-08-24', {}, at('2026-09-07', '15:00'));
  const told = await bench.rows(
    `SELECT DISTINCT a.recipient_id, a.instead_of FROM alert a JOIN deadline d ON d.id = a.deadline_id
     WHERE a.matter_id = $1 AND a.level = 'officer' AND d.duty_id = 'enforcement-decision-on-request'`,
    [matterId],
  );
  expect(told).toEqual([{ recipient_id: OFFICE.branch1Head, instead_of: OFFICE.enforcer1 }]);
});

test('a limit counted in hours waits for no morning', async () => {
  const matterId = await bench.write(aCase(decidedOn('2026-09-07')), at('2026-09-07'));
  const command = {
    type: 'recordEvent',
    commandId: 'frozen',
    event: 'freeze-minutes-drawn',
    occurredOn: '2026-09-15',
    at: '05:00',
    by: OFFICE.enforcer1,
  } as const;
  await bench.activities.applyCommand({ matterId, command, now: at('2026-09-15', '06:00') });
  const night = at('2026-09-16', '01:00');
  expect(await bench.wakeUp(matterId, night)).toMatchObject({ urgent: true });
  const mails = await mailsOf(matterId);
  // The papers to the Procuracy are owed *at once*, which is no number of hours: they were told of when the office opened.
  expect(mails.map(mail => mail.nextTryAt)).toEqual([at('2026-09-15', '07:30'), night]);
});

describe('what happens while a mail waits for the morning', () => {
  const EVENING = at('2026-09-07', '19:00');
  const outcome = (matterId: string) =>
    bench.rows(
      `SELECT o.state::text, o.suppressed_because AS because, a.state AS alert FROM outbox o JOIN alert a ON a.outbox_id = o.id
       WHERE a.matter_id = $1`,
      [matterId],
    );

  test('it is seen in the inbox: no mail', async () => {
    const { matterId } = await interim(EVENING);
    const [limit] = await bench.rows<{ key: string }>('SELECT key FROM deadline WHERE matter_id = $1', [matterId]);
    const command = { type: 'acknowledge', commandId: 'seen', deadlineKey: limit!.key, by: OFFICE.enforcer1 } as const;
    await bench.activities.applyCommand({ matterId, command, now: EVENING + 60_000 });
    expect(await outcome(matterId)).toEqual([{ state: 'suppressed', because: 'acknowledged', alert: 'acknowledged' }]);
  });

  test('it is done: no mail', async () => {
    const { matterId } = await interim(EVENING);
    await bench.record(matterId, 'decision-issued', '2026-09-07', {}, EVENING + 60_000);
    expect(await outcome(matterId)).toEqual([{ state: 'suppressed', because: 'settled', alert: 'cancelled' }]);
  });

  test('the matter is given to another: no mail to the old officer, a line in the next digest of the new one', async () => {
    const { matterId } = await interim(EVENING);
    const command = {
      type: 'reassign',
      commandId: 'given',
      officerId: OFFICE.enforcer2,
      by: OFFICE.branch1Head,
    } as const;
    await bench.activities.applyCommand({ matterId, command, now: EVENING + 60_000 });
    expect(await outcome(matterId)).toEqual([{ state: 'suppressed', because: 'reassigned', alert: 'cancelled' }]);
    expect(
      await bench.rows('SELECT recipient_id, channel, state FROM alert WHERE matter_id = $1 AND outbox_id IS NULL', [
        matterId,
      ]),
    ).toEqual([{ recipient_id: OFFICE.enforcer2, channel: 'digest', state: 'waiting' }]);
  });
});
