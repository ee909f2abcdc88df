import { randomUUID } from 'node:crypto';
import { deliverWebhooks, WAITS_MS } from '../../activities/webhooks/deliver';
import { signatureHolds } from '../../activities/webhooks/signature';
import { endSubscription, rotateSecret, sendAgain, subscribe } from '../../activities/webhooks/subscriptions';
import { aCase, at, type Bench, decidedOn, on, openBench } from '../record/workbench';
import { OFFICE } from '../support/database';
import { type Receiver, startReceiver } from './receiver';

jest.setTimeout(60_000);

const NOW = Date.parse('2026-08-12T08:00:00+07:00');
const MINUTE = 60_000;
const POLICY = { loopback: true, networks: [] };

let bench: Bench;
let receiver: Receiver;
beforeAll(async () => {
  bench = await openBench();
});
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(async () => {
  await receiver.close();
  await bench.pool.query('DELETE FROM webhook_subscription');
  await bench.pool.query('DELETE FROM webhook_happening');
});
afterAll(() => bench.close());

const listen = async (
  kinds: Parameters<typeof subscribe>[1]['kinds'],
  unitId: string = OFFICE.province,
  to = receiver,
) => {
  const id = randomUUID();
  await subscribe(bench.pool, { id, unitId, url: to.url, kinds }, POLICY, 'system', NOW);
  return id;
};
const deliver = (now = NOW, patienceMs = 5_000) =>
  deliverWebhooks({ pool: bench.pool, policy: POLICY, elapsed: () => 0, heartbeat: () => undefined, patienceMs }, now);
const messages = (subscriptionId?: string) =>
  bench.prisma.webhookMessage.findMany({
    where: subscriptionId === undefined ? {} : { subscriptionId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
const secretOf = async (id: string) =>
  (await bench.prisma.webhookSubscription.findUniqueOrThrow({ where: { id } })).secret;
/** Something that happens: a matter of the unit ends. */
async function happen(unitId: string = OFFICE.branch1): Promise<string> {
  const id = await bench.write(aCase(decidedOn('2026-08-03'), { unitId, importId: null }), at('2026-08-03'));
  await bench.pool.query(`UPDATE matter SET closed_on = '2026-08-12' WHERE id = $1`, [id]);
  return id;
}

describe('what happened', () => {
  test('is told: alerts, a limit that passes, one that is done, the end; ids, codes and dates, no party', async () => {
    await listen(['alert.created', 'deadline.overdue', 'deadline.done', 'matter.ended']);
    const matter = aCase(decidedOn('2026-08-03'), { importId: null });
    const id = await bench.write(matter, at('2026-08-03'));
    const sent = await bench.record(id, 'sent-to-procuracy', '2026-08-04');
    expect(sent.answer.refusal).toBeNull();
    let wake = (await bench.activities.loadState({ matterId: id })).nextWake;
    while (wake !== null && wake < at('2026-08-14')) {
      wake = (await bench.activities.wakeUp({ matterId: id, now: wake })).state.nextWake;
    }
    await deliver();
    const told = receiver.received.map(one => JSON.parse(one.body));
    const kept = await bench.rows<{ kind: string }>(
      `SELECT 'alert.created ' || id AS kind FROM alert WHERE matter_id = $1
       UNION ALL SELECT 'deadline.overdue ' || key FROM deadline
         WHERE matter_id = $1 AND status = 'overdue' AND NOT lapse AND role <> 'external'
       UNION ALL SELECT 'deadline.done ' || key FROM deadline
         WHERE matter_id = $1 AND status IN ('met', 'late') AND NOT lapse AND role <> 'external'`,
      [id],
    );
    const names = told.map(
      ({ type, data }) => `${type} ${type === 'alert.created' ? data.alert.id : data.deadline.key}`,
    );
    expect(names.sort()).toEqual(kept.map(row => row.kind).sort());
    expect(new Set(told.map(one => one.type))).toEqual(new Set(['alert.created', 'deadline.overdue', 'deadline.done']));
    for (const { data, timestamp } of told) {
      expect(data.matter).toMatchObject({ id, kind: 'enforcement_case', number: matter.number, unit: 'TST-KV1' });
      expect(Date.parse(timestamp)).not.toBeNaN();
    }
    expect(told.find(one => one.type === 'deadline.overdue').data.deadline).toMatchObject({
      status: 'overdue',
      due: expect.stringMatching(/^2026-08-\d\d$/),
      dutyId: expect.any(String),
    });
    expect(receiver.received.map(one => one.body).join()).not.toMatch(/Nguyễn|Cán bộ|@/);
    await bench.pool.query(`UPDATE matter SET closed_on = '2026-08-14' WHERE id = $1`, [id]);
    await deliver();
    expect(JSON.parse(receiver.received.at(-1)!.body)).toMatchObject({
      type: 'matter.ended',
      data: { matter: { id, endedOn: '2026-08-14' }, deadline: null, alert: null },
    });
  });

  test('is noted only while somebody listens', async () => {
    await happen();
    expect(await bench.prisma.webhookHappening.count()).toBe(0);
    const id = await listen(['matter.ended']);
    await happen();
    expect(await bench.prisma.webhookHappening.count()).toBeGreaterThan(0);
    await endSubscription(bench.pool, id, 'system', NOW);
    await bench.pool.query('DELETE FROM webhook_happening');
    await happen();
    expect(await bench.prisma.webhookHappening.count()).toBe(0);
  });

  test('undone with its transaction, it is not told', async () => {
    await listen(['matter.ended']);
    const id = await bench.write(aCase(decidedOn('2026-08-03')), at('2026-08-03'));
    const client = await bench.pool.connect();
    await client.query('BEGIN');
    await client.query(`UPDATE matter SET closed_on = '2026-08-12' WHERE id = $1`, [id]);
    await client.query('ROLLBACK');
    client.release();
    await deliver();
    expect(receiver.received).toEqual([]);
  });

  test('in a register long ago is no news', async () => {
    await listen(['deadline.overdue', 'deadline.done']);
    const old = aCase([...decidedOn('2025-10-01'), on('2025-10-20', 'file-opened')]);
    await bench.write(old, at('2026-08-12'));
    await deliver();
    expect(receiver.received).toEqual([]);
  });

  test('is told to its unit and those above, by kind', async () => {
    const other = await startReceiver();
    const far = await startReceiver();
    await listen(['matter.ended'], OFFICE.branch1, other);
    await listen(['matter.ended'], OFFICE.branch2, far);
    await listen(['deadline.overdue'], OFFICE.branch1, far);
    await listen(['matter.ended']);
    const id = await happen();
    await deliver();
    for (const one of [receiver, other]) {
      expect(one.received.map(({ body }) => JSON.parse(body).data.matter.id)).toEqual([id]);
    }
    expect(far.received).toEqual([]);
    await Promise.all([other.close(), far.close()]);
  });
});

describe('a message', () => {
  test('is signed, and not repeated once it was taken', async () => {
    const id = await listen(['matter.ended']);
    await happen();
    expect(await deliver()).toEqual({ delivered: 1, failed: 0, dead: 0 });
    expect(await deliver(NOW + MINUTE)).toEqual({ delivered: 0, failed: 0, dead: 0 });
    const [one] = receiver.received;
    expect(signatureHolds(await secretOf(id), one!.headers, one!.body, NOW)).toBe(true);
    expect(signatureHolds(await secretOf(id), one!.headers, one!.body, NOW + 6 * MINUTE)).toBe(false);
    expect(one!.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(await messages(id)).toMatchObject([{ state: 'delivered', attempts: 1, lastStatus: 204 }]);
  });

  test.each<[string, Parameters<Receiver['plan']>[0], object]>([
    ['answers 500', 500, { lastStatus: 500 }],
    ['answers 404', 404, { lastStatus: 404 }],
    ['sends it elsewhere', r => r.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(), { lastStatus: 302 }],
    ['hangs up', 'hang-up', { lastError: 'ECONNRESET' }],
    ['never answers', 'stall', { lastError: 'ETIMEDOUT' }],
  ])('whose receiver %s comes again with the same id and text, later', async (_, answer, noted) => {
    receiver.plan(answer);
    const id = await listen(['matter.ended']);
    await happen();
    expect(await deliver(NOW, 300)).toEqual({ delivered: 0, failed: 1, dead: 0 });
    expect(await messages(id)).toMatchObject([{ state: 'pending', attempts: 1, ...noted }]);
    expect(await deliver(NOW + MINUTE - 1)).toMatchObject({ delivered: 0 });
    expect(await deliver(NOW + MINUTE)).toEqual({ delivered: 1, failed: 0, dead: 0 });
    const [first, second] = receiver.received;
    expect(second!.body).toBe(first!.body);
    expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id']);
    expect(second!.headers['webhook-timestamp']).not.toBe(first!.headers['webhook-timestamp']);
    expect(signatureHolds(await secretOf(id), second!.headers, second!.body, NOW + MINUTE)).toBe(true);
  });

  test('an answer without end is cut, and counts as an answer', async () => {
    receiver.plan('endless');
    await listen(['matter.ended']);
    await happen();
    expect(await deliver()).toMatchObject({ delivered: 1 });
  });

  test('waits as long as the receiver asks', async () => {
    receiver.plan(r => r.writeHead(429, { 'retry-after': '600' }).end());
    const id = await listen(['matter.ended']);
    await happen();
    await deliver();
    expect((await messages(id))[0]!.nextTryAt.getTime()).toBe(NOW + 10 * MINUTE);
  });

  test('is given up after ten attempts over three days, and sent again by a person', async () => {
    const id = await listen(['matter.ended']);
    await happen();
    let now = NOW;
    for (const wait of WAITS_MS) {
      receiver.plan(503);
      expect(await deliver(now)).toMatchObject({ failed: 1 });
      now += wait;
    }
    receiver.plan(503);
    expect(await deliver(now)).toEqual({ delivered: 0, failed: 0, dead: 1 });
    expect(now - NOW).toBeGreaterThan(2.5 * 24 * 60 * MINUTE);
    expect(await deliver(now + 24 * 60 * MINUTE)).toMatchObject({ delivered: 0 });
    const [dead] = await messages(id);
    expect(dead).toMatchObject({ state: 'dead', attempts: 10, lastStatus: 503 });
    await sendAgain(bench.pool, id, dead!.id, 'system', now);
    expect(await deliver(now)).toMatchObject({ delivered: 1 });
    expect(new Set(receiver.received.map(one => one.headers['webhook-id'])).size).toBe(1);
    await expect(sendAgain(bench.pool, id, dead!.id, 'system', now)).rejects.toMatchObject({ code: 'no_subscription' });
  });

  test('answered with 410 ends the subscription, and what waits for it', async () => {
    receiver.plan(410);
    const id = await listen(['matter.ended']);
    await happen();
    await deliver();
    await happen();
    await deliver(NOW + 60 * MINUTE);
    expect(receiver.received).toHaveLength(1);
    expect(await bench.prisma.webhookSubscription.findUniqueOrThrow({ where: { id } })).toMatchObject({
      endReason: 'gone',
      endedAt: new Date(NOW),
    });
    expect(await messages(id)).toMatchObject([{ state: 'dead' }]);
  });

  test('with a new secret it is signed by both for a day', async () => {
    const id = await listen(['matter.ended']);
    const old = await secretOf(id);
    await rotateSecret(bench.pool, id, 'system', NOW);
    for (const [now, holds] of [
      [NOW + 60 * MINUTE, true],
      [NOW + 25 * 60 * MINUTE, false],
    ] as const) {
      await happen();
      await deliver(now);
      const last = receiver.received.at(-1)!;
      expect(signatureHolds(await secretOf(id), last.headers, last.body, now)).toBe(true);
      expect(signatureHolds(old, last.headers, last.body, now)).toBe(holds);
    }
  });

  test('whose sender died comes again when its claim has run out', async () => {
    const id = await listen(['matter.ended']);
    await happen();
    receiver.plan(500);
    await deliver();
    await bench.pool.query(`UPDATE webhook_message SET state = 'sending', claimed_until = $1`, [
      new Date(NOW + MINUTE),
    ]);
    expect(await deliver(NOW + MINUTE)).toMatchObject({ delivered: 0 });
    expect(await deliver(NOW + MINUTE + 1)).toMatchObject({ delivered: 1 });
    expect(await messages(id)).toMatchObject([{ state: 'delivered' }]);
  });
});

test('a receiver that stalls costs the others one wait', async () => {
  const slow = await startReceiver();
  slow.plan(...Array.from({ length: 20 }, () => 'stall' as const));
  await listen(['matter.ended'], OFFICE.province, slow);
  await listen(['matter.ended']);
  for (let n = 0; n < 12; n++) await happen();
  const began = performance.now();
  expect(await deliver(NOW, 1_000)).toEqual({ delivered: 12, failed: 4, dead: 0 });
  expect(performance.now() - began).toBeLessThan(8_000);
  await slow.close();
});

test('two at once tell each thing once', async () => {
  await listen(['matter.ended']);
  for (let n = 0; n < 10; n++) await happen();
  const both = await Promise.all([deliver(), deliver()]);
  expect(both[0].delivered + both[1].delivered).toBe(10);
  expect(new Set(receiver.received.map(one => one.headers['webhook-id'])).size).toBe(10);
  expect(receiver.received).toHaveLength(10);
});

test('an address that may not be reached is refused when made, and not sent to when the policy has changed', async () => {
  const strict = { loopback: false, networks: [] };
  const wanted = { id: randomUUID(), unitId: OFFICE.province, url: receiver.url, kinds: ['matter.ended'] as const };
  await expect(subscribe(bench.pool, wanted, strict, 'system', NOW)).rejects.toMatchObject({ code: 'wrong_target' });
  await listen(['matter.ended']);
  await happen();
  const sent = await deliverWebhooks(
    { pool: bench.pool, policy: strict, elapsed: () => 0, heartbeat: () => undefined },
    NOW,
  );
  expect(sent).toMatchObject({ failed: 1 });
  expect(receiver.received).toEqual([]);
  expect(await messages()).toMatchObject([{ lastError: 'EFORBIDDEN' }]);
});
