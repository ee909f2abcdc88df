import { brokenStatement } from '../../activities/recount';
import type { Fates } from '../../activities/recount/read';
import { OFFICE } from '../support/database';
import { aCase, at, days, decidedOn, type Mornings, openMornings, total } from './mornings';

jest.setTimeout(60_000);

let office: Mornings;
beforeEach(async () => {
  office = await openMornings();
}, 60_000);
afterEach(() => office.close());

const live = { importId: null };
const sumOf = ({ due, created, ...fates }: Fates): number => Object.values(fates).reduce((sum, n) => sum + n, 0);

/** A case decided on 3 August 2026, lived through every morning up to and with `until`. */
async function lived(until: string): Promise<string> {
  const id = await office.open(aCase(decidedOn('2026-08-03'), live), at('2026-08-03', '09:00'));
  for (const day of days('2026-08-04', until)) await office.morning(day, [id]);
  return id;
}

test('month of mornings: everything due is told on its day, nothing early, nothing without ground', async () => {
  const id = await office.open(aCase(decidedOn('2026-08-03'), live), at('2026-08-03', '09:00'));
  let due = 0;
  let fresh = 0;
  for (const day of days('2026-08-04', '2026-09-10')) {
    await office.morning(day, [id]);
    const statement = await office.state(day);
    const fates = total(statement);
    expect([day, fates.unaccounted, statement.early, statement.groundless, statement.gaps]).toEqual([day, 0, 0, 0, []]);
    expect(sumOf(fates)).toBe(fates.due);
    due = Math.max(due, fates.due);
    fresh += statement.provinces.filter(one => one.fresh).reduce((n, one) => n + one.fates.due, 0);
  }
  expect(due).toBeGreaterThan(8);
  // What fell since the statement before is fresh on one day only.
  const alerts = await office.sql('SELECT DISTINCT deadline_id, threshold FROM alert');
  expect(fresh).toBe(alerts.length);
  expect(await brokenStatement(office.database.pool)).toBeNull();
});

test('each fate has its number', async () => {
  const id = await lived('2026-08-12');
  const before = total(await office.state('2026-08-12'));
  expect(before).toMatchObject({
    unaccounted: 0,
    waiting: 0,
    acknowledged: 0,
    onTheWay: 0,
    undeliverable: 0,
    nobody: 0,
  });
  expect(before.accepted).toBeGreaterThan(2);

  // Acknowledged: one deadline with several alerts of the officer.
  const [seen] = await office.sql<{ key: string; n: number }>(
    `SELECT d.key, count(DISTINCT a.threshold)::int AS n FROM alert a JOIN deadline d ON d.id = a.deadline_id
     WHERE a.recipient_id = $1 AND d.current AND d.status IN ('open', 'overdue') GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1`,
    [OFFICE.enforcer1],
  );
  await office.activities.applyCommand({
    matterId: id,
    command: { type: 'acknowledge', commandId: 'seen', deadlineKey: seen!.key, by: OFFICE.enforcer1 },
    now: at('2026-08-12', '08:00'),
  });
  // Taken over from a register with thresholds long past: silent, or waiting for the next digest.
  await office.open(aCase(decidedOn('2026-06-01')), at('2026-08-12', '10:00'));
  // Nobody: a province without officers.
  const lonely = '00000000-0000-4000-8000-0000000000aa';
  await office.sql(
    `INSERT INTO unit (id, code, name, kind, valid_from) VALUES ($1, 'EMPTY', 'Không người', 'province', '2016-01-01')`,
    [lonely],
  );
  const nobodys = { ...live, unitId: lonely, unitCode: 'EMPTY', officerId: null, officerCode: null };
  await office.open(aCase(decidedOn('2026-08-03'), nobodys), at('2026-08-12', '11:00'));

  // On Thursday the digest is written but not handed over yet.
  await office.wake([id], at('2026-08-13', '07:20'));
  await office.activities.composeDigests({ day: '2026-08-13', now: at('2026-08-13', '07:30') });
  await office.open(aCase(decidedOn('2026-08-05'), live), at('2026-08-13', '07:40'));
  const statement = await office.state('2026-08-13');
  const fates = total(statement);
  expect(fates).toMatchObject({ unaccounted: 0, undeliverable: 0 });
  for (const fate of ['acknowledged', 'silent', 'onTheWay', 'waiting', 'nobody'] as const) {
    expect([fate, fates[fate] > 0]).toEqual([fate, true]);
  }
  expect(fates.acknowledged).toBeGreaterThanOrEqual(seen!.n - 1);
  expect(sumOf(fates)).toBe(fates.due);
  const empty = statement.provinces.filter(one => one.province === 'EMPTY');
  expect(empty.every(({ fates: { due, nobody } }) => due === nobody)).toBe(true);
  expect(statement.gaps.filter(gap => gap.kind === 'nobody').map(gap => gap.unit)).toContain('EMPTY');

  const later = await office.open(aCase(decidedOn('2026-08-05'), live), at('2026-08-13', '08:00'));
  // A refused address becomes a task; what is done meanwhile is settled.
  await office.sql(
    `WITH t AS (INSERT INTO delivery_task (id, reason, opened_at) VALUES (gen_random_uuid(), 'mail_refused', now()) RETURNING id)
     UPDATE outbox SET state = 'bounced', task_id = t.id FROM t WHERE outbox.state = 'pending'`,
  );
  await office.activities.applyCommand({
    matterId: later,
    command: {
      type: 'recordEvent',
      commandId: 'assigned',
      event: 'enforcer-assigned',
      occurredOn: '2026-08-13',
      by: OFFICE.branch1Head,
    },
    now: at('2026-08-13', '16:00'),
  });
  const next = total(await office.state('2026-08-14'));
  expect(next.undeliverable).toBeGreaterThan(0);
  expect(next.settled).toBeGreaterThan(0);
  expect(sumOf(next)).toBe(next.due);
});

describe('gaps are named, each with its reason', () => {
  const gapsAfter = async (harm: string, day = '2026-08-14') => {
    await office.sql(harm);
    const { gaps } = await office.state(day);
    return gaps.map(({ kind, why }) => `${kind} ${why}`);
  };
  const ONE = `SELECT a.id FROM alert a JOIN deadline d ON d.id = a.deadline_id
    WHERE d.current AND d.status IN ('open', 'overdue') AND a.state = 'queued' ORDER BY a.due_at, a.id LIMIT 1`;

  test('an alert that is gone; computing the matter again heals it', async () => {
    const id = await lived('2026-08-14');
    const harmed = await office.sql<{ threshold: string }>(
      `DELETE FROM alert WHERE id IN (${ONE}) RETURNING threshold`,
    );
    const first = await office.state('2026-08-14');
    expect(first.gaps).toEqual([
      expect.objectContaining({
        kind: 'unaccounted',
        why: 'never_told',
        matterId: id,
        threshold: harmed[0]!.threshold,
      }),
    ]);
    expect(await office.activities.mattersWithGaps({ statement: first.n, limit: 10 })).toEqual([id]);
    await office.activities.recompute({ matterId: id, now: at('2026-08-14', '07:46') });
    const second = await office.state('2026-08-14', 2, '07:50');
    expect([second.revision, second.found, total(second).unaccounted, second.gaps]).toEqual([2, 1, 0, []]);
  });

  test.each([
    [
      'a mail that is gone',
      `DELETE FROM outbox WHERE id IN (SELECT outbox_id FROM alert WHERE id IN (${ONE}))`,
      'mail_lost',
    ],
    [
      'a mail set aside without a task',
      `UPDATE outbox SET state = 'suppressed' WHERE id IN (SELECT outbox_id FROM alert WHERE id IN (${ONE}))`,
      'mail_lost',
    ],
    [
      'an alert cancelled though its limit runs',
      `UPDATE alert SET state = 'cancelled' WHERE id IN (${ONE})`,
      'wrongly_cancelled',
    ],
    [
      'an alert left out of a digest',
      `UPDATE alert SET state = 'waiting', outbox_id = NULL WHERE id IN (${ONE})`,
      'left_waiting',
    ],
  ])('%s', async (_what, harm, why) => {
    await lived('2026-08-14');
    const named = await gapsAfter(harm);
    expect(named.length).toBeGreaterThan(0);
    expect(new Set(named)).toEqual(new Set([`unaccounted ${why}`]));
    // Told again: by a digest of the day for who had none, else by that of the next working day.
    const { n: statement } = await office.state('2026-08-14');
    const now = at('2026-08-14', '07:46');
    expect((await office.activities.tellAgain({ statement, now })).alerts).toBeGreaterThan(0);
    expect(await office.activities.tellAgain({ statement, now: now + 60_000 })).toEqual({ alerts: 0 });
    await office.activities.composeDigests({ day: '2026-08-14', now });
    expect(total(await office.state('2026-08-14', 2, '07:50')).unaccounted).toBe(0);
    await office.morning('2026-08-17', []);
    const monday = await office.state('2026-08-17');
    expect([total(monday).waiting, monday.gaps.filter(gap => gap.why !== 'never_told')]).toEqual([0, []]);
  });

  test('what waits while nobody at any level reads is not left out', async () => {
    await office.sql(
      `INSERT INTO absence (id, officer_id, from_day, to_day, kind)
       SELECT gen_random_uuid(), id, '2026-08-11', '2026-08-14', 'leave' FROM unnest($1::uuid[]) AS id`,
      [[OFFICE.enforcer1, OFFICE.branch1Head, OFFICE.provinceHead]],
    );
    const id = await office.open(aCase(decidedOn('2026-08-10'), live), at('2026-08-11', '09:00'));
    for (const day of days('2026-08-12', '2026-08-14')) await office.morning(day, [id]);
    const away = await office.state('2026-08-14');
    expect(total(away)).toMatchObject({ unaccounted: 0 });
    expect(total(away).waiting).toBeGreaterThan(0);
    // Back on Monday, the digest is due; the program that did not write it has left them out.
    const back = await office.state('2026-08-17');
    expect(back.gaps.map(gap => gap.why)).toContain('left_waiting');
  });

  test('told before its time, and told of what the policy has not', async () => {
    await lived('2026-08-13');
    await office.open(aCase(decidedOn('2026-08-12'), live), at('2026-08-12', '10:00'));
    await office.state('2026-08-13');
    const told = await office.sql(
      `INSERT INTO alert (id, matter_id, deadline_id, threshold, recipient_id, channel, urgency, due_at, created_at, state)
       SELECT gen_random_uuid(), d.matter_id, d.id, code, $1, 'digest', 'high', $2, $2, 'silent'
       FROM (SELECT * FROM deadline WHERE current AND status IN ('open', 'overdue') ORDER BY due DESC, key LIMIT 1) d,
         unnest(ARRAY['overdue-5', 'never-heard-of']) AS code RETURNING id`,
      [OFFICE.enforcer1, new Date(at('2026-08-13', '12:00'))],
    );
    expect(told).toHaveLength(2);
    const statement = await office.state('2026-08-14');
    expect([statement.early, statement.groundless]).toEqual([1, 1]);
    expect(statement.gaps.filter(gap => gap.kind !== 'unaccounted').map(gap => [gap.kind, gap.threshold])).toEqual([
      ['early', 'overdue-5'],
      ['groundless', 'never-heard-of'],
    ]);
  });
});

test('written once, for good, and in a chain', async () => {
  await lived('2026-08-06');
  const first = await office.state('2026-08-06');
  const again = await office.state('2026-08-06', 1, '11:00');
  expect([again.n, again.at, again.hash]).toEqual([first.n, first.at, first.hash]);
  const next = await office.state('2026-08-07');
  expect([next.prevHash, next.since]).toEqual([first.hash, first.at]);
  for (const table of ['alert_statement', 'alert_statement_part', 'alert_statement_gap']) {
    await expect(office.sql(`TRUNCATE ${table} CASCADE`)).rejects.toThrow(/chỉ được ghi thêm/);
  }
  await expect(office.sql('UPDATE alert_statement SET early = 1')).rejects.toThrow(/chỉ được ghi thêm/);
  await expect(office.sql('DELETE FROM alert_statement_part')).rejects.toThrow(/chỉ được ghi thêm/);
  await expect(
    office.sql(
      `INSERT INTO alert_statement_part SELECT n, $1, true, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4 FROM alert_statement LIMIT 1
       ON CONFLICT DO NOTHING`,
      [OFFICE.branch1],
    ),
  ).rejects.toThrow(/alert_statement_part_sum/);
  // Whoever gets round the triggers is found by the hashes.
  await office.sql('ALTER TABLE alert_statement_part DISABLE TRIGGER USER');
  await office.sql('UPDATE alert_statement_part SET accepted = accepted + 1, due = due + 1 WHERE statement = $1', [
    first.n,
  ]);
  expect(await brokenStatement(office.database.pool)).toBe(first.n);
});
