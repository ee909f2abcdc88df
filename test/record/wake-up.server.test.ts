import { OFFICE } from '../support/database';
import { aCase, at, type Bench, decidedOn, on, openBench } from './workbench';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
}, 60_000);
afterEach(() => bench.close());

const DECIDED = '2026-09-07';

interface Told {
  duty_id: string;
  threshold: string;
  state: string;
  recipient_id: string;
  channel: string;
}
const toldOf = (matterId: string) =>
  bench.rows<Told>(
    `SELECT d.duty_id, a.threshold, a.state, a.recipient_id, a.channel FROM alert a JOIN deadline d ON d.id = a.deadline_id
     WHERE a.matter_id = $1 ORDER BY a.due_at, a.threshold`,
    [matterId],
  );

/** Live through wake-ups until a day, as the workflow does. */
async function liveUntil(matterId: string, end: string): Promise<number> {
  let wakes = 0;
  for (
    let { nextWake } = await bench.activities.loadState({ matterId });
    nextWake !== null && nextWake <= at(end);
    wakes++
  ) {
    const { state } = await bench.activities.wakeUp({ matterId, now: nextWake });
    expect(state.nextWake === null || state.nextWake > nextWake).toBe(true);
    nextWake = state.nextWake;
  }
  return wakes;
}

/** A limit of 24 hours from 11:00 on the 15th, woken up for on the 16th. */
async function urgentCase(matterId: string) {
  const command = {
    type: 'recordEvent',
    commandId: 'frozen',
    event: 'freeze-minutes-drawn',
    occurredOn: '2026-09-15',
    at: '11:00',
    by: OFFICE.enforcer1,
  } as const;
  const { answer, state } = await bench.activities.applyCommand({ matterId, command, now: at('2026-09-15', '11:30') });
  expect(answer.refusal).toBeNull();
  expect(state.nextWake).toBeLessThanOrEqual(at('2026-09-16', '07:00'));
  return bench.wakeUp(matterId, at('2026-09-16', '07:00'));
}

test('a limit runs out overnight: overdue, and both the officer and the head are told', async () => {
  const matterId = await bench.write(aCase(decidedOn(DECIDED)), at(DECIDED));
  await liveUntil(matterId, '2026-09-11');
  const [row] = await bench.rows<{ status: string }>(
    `SELECT status::text FROM deadline WHERE matter_id = $1 AND duty_id = 'decision-to-procuracy' AND current`,
    [matterId],
  );
  expect(row).toEqual({ status: 'overdue' });
  const told = (await toldOf(matterId)).filter(one => one.duty_id === 'decision-to-procuracy');
  expect(told).toContainEqual(
    expect.objectContaining({ threshold: 'due', recipient_id: OFFICE.enforcer1, state: 'waiting' }),
  );
  expect(told).toContainEqual(
    expect.objectContaining({ threshold: 'overdue', recipient_id: OFFICE.enforcer1, state: 'waiting' }),
  );
  expect(told).toContainEqual(expect.objectContaining({ threshold: 'overdue-head', recipient_id: OFFICE.branch1Head }));
  expect(await bench.rebuildDiffers(matterId, at('2026-09-11'))).toEqual([]);
});

test('twice is once', async () => {
  const matterId = await bench.write(aCase(decidedOn(DECIDED)), at(DECIDED));
  const now = at('2026-09-11', '06:30');
  const first = await bench.activities.wakeUp({ matterId, now });
  const [counts, told] = [await bench.counts(), await toldOf(matterId)];
  const again = await bench.activities.wakeUp({ matterId, now });
  expect(again.state).toEqual(first.state);
  expect([await bench.counts(), await toldOf(matterId)]).toEqual([counts, told]);
});

test('many at once are once', async () => {
  const matterId = await bench.write(aCase(decidedOn(DECIDED)), at(DECIDED));
  const now = at('2026-09-11', '06:30');
  const results = await Promise.all(Array.from({ length: 8 }, () => bench.activities.wakeUp({ matterId, now })));
  for (const result of results) expect(result.state).toEqual(results[0]!.state);
  const told = await toldOf(matterId);
  expect(new Set(told.map(one => `${one.duty_id} ${one.threshold} ${one.recipient_id}`)).size).toBe(told.length);
});

test('a wake-up missed is made up by the next: all that fell meanwhile is recorded', async () => {
  const events = [...decidedOn(DECIDED), on('2026-09-10', 'valid-notice')];
  const regular = await bench.write(aCase(events), at('2026-09-10'));
  const late = await bench.write(aCase(events), at('2026-09-10'));
  await liveUntil(regular, '2026-10-20');
  await bench.activities.wakeUp({ matterId: late, now: at('2026-10-20') });
  const essence = (told: Told[]) => told.map(one => `${one.duty_id} ${one.threshold} ${one.recipient_id}`).sort();
  expect(essence(await toldOf(late))).toEqual(essence(await toldOf(regular)));
  const statuses = (matterId: string) =>
    bench.rows(
      'SELECT duty_id, status::text, due::text FROM deadline WHERE matter_id = $1 AND current ORDER BY duty_id',
      [matterId],
    );
  expect(await statuses(late)).toEqual(await statuses(regular));
});

test('what follows from a limit that ran out opens by itself', async () => {
  const matterId = await bench.write(
    aCase([...decidedOn(DECIDED), on('2026-09-10', 'valid-notice')]),
    at('2026-09-10'),
  );
  const verification = () =>
    bench.rows(
      `SELECT started_on::text, status::text FROM deadline WHERE matter_id = $1 AND duty_id = 'initial-verification' AND current`,
      [matterId],
    );
  await bench.activities.wakeUp({ matterId, now: at('2026-09-22') });
  expect(await verification()).toMatchObject([{ status: 'open' }]);
  expect(await bench.rebuildDiffers(matterId, at('2026-09-22'))).toEqual([]);
});

test('what cannot wait is a mail at once, with its Message-ID from the alert', async () => {
  const matterId = await bench.write(aCase(decidedOn(DECIDED)), at(DECIDED));
  const { urgent } = await urgentCase(matterId);
  expect(urgent).toBe(true);
  const mails = await bench.rows<Record<string, string>>(
    `SELECT o.id, o.message_id, o.to_address, o.state::text, o.subject, o.text, a.state AS alert, a.id AS alert_id, d.duty_id
     FROM outbox o JOIN alert a ON a.outbox_id = o.id JOIN deadline d ON d.id = a.deadline_id WHERE a.matter_id = $1
     ORDER BY d.duty_id`,
    [matterId],
  );
  // Two things are owed of a freeze by minutes: the decision, and the papers to the Procuracy.
  expect(mails.map(mail => mail.duty_id)).toEqual(['freeze-on-minutes-decision', 'freeze-to-procuracy']);
  for (const mail of mails) {
    expect(mail).toMatchObject({ to_address: 'tst-005@thoihan.test', state: 'pending', alert: 'queued' });
    expect(mail.message_id).toBe(`<${mail.alert_id}@thoihan.test>`);
    expect(mail.text).toContain('Điều');
    expect(mail.text).not.toContain('Nguyễn Văn A');
  }
  const again = await bench.wakeUp(matterId, at('2026-09-16', '07:01'));
  expect(again.urgent).toBe(false);
  expect(await bench.rows('SELECT id FROM outbox')).toHaveLength(2);
});

test('the mail of an absent officer goes to who stands in', async () => {
  const away = { officerId: OFFICE.enforcer1, fromDay: new Date('2026-09-14'), toDay: new Date('2026-09-18') };
  await bench.prisma.absence.create({ data: { ...away, kind: 'leave' } });
  const { officerId, ...days } = away;
  await bench.prisma.delegation.create({
    data: { ...days, delegatorId: officerId, delegateId: OFFICE.enforcer2, basis: 'x' },
  });
  const matterId = await bench.write(aCase(decidedOn(DECIDED)), at(DECIDED));
  await urgentCase(matterId);
  expect(await bench.rows('SELECT DISTINCT to_address FROM outbox')).toEqual([{ to_address: 'tst-006@thoihan.test' }]);
});

test('without an officer the head of the unit is told, without that one the head of the province', async () => {
  const matterId = await bench.write(aCase(decidedOn(DECIDED), { officerId: null, officerCode: null }), at(DECIDED));
  await bench.activities.wakeUp({ matterId, now: at('2026-09-10', '06:40') });
  expect(new Set((await toldOf(matterId)).map(one => one.recipient_id))).toEqual(new Set([OFFICE.branch1Head]));

  await bench.rows("UPDATE officer_role SET valid_to = '2026-08-01' WHERE officer_id = $1", [OFFICE.branch1Head]);
  const other = await bench.write(aCase(decidedOn(DECIDED), { officerId: null, officerCode: null }), at(DECIDED));
  // What had passed when the matter was taken over was told to who headed the unit then.
  const before = new Set((await toldOf(other)).map(one => `${one.duty_id} ${one.threshold}`));
  await bench.activities.wakeUp({ matterId: other, now: at('2026-09-10', '06:40') });
  const since = (await toldOf(other)).filter(one => !before.has(`${one.duty_id} ${one.threshold}`));
  expect(new Set(since.map(one => one.recipient_id))).toEqual(new Set([OFFICE.provinceHead]));
});

test('nobody is told of a matter that has ended', async () => {
  const matterId = await bench.write(aCase(decidedOn(DECIDED)), at(DECIDED));
  await bench.record(matterId, 'completed', '2026-09-08');
  const before = await bench.counts();
  const { state } = await bench.activities.wakeUp({ matterId, now: at('2026-12-01') });
  expect(state).toMatchObject({ closed: true, nextWake: null });
  expect(await bench.counts()).toEqual(before);
});

test('an import sends no reminders of yesterday: the latest of each deadline waits for the digest, older ones are silent', async () => {
  const now = at('2026-12-01');
  const matterId = await bench.write(aCase(decidedOn(DECIDED)), now);
  const told = await toldOf(matterId);
  expect(await bench.rows('SELECT id FROM outbox')).toEqual([]);
  expect(told.every(one => one.state === 'silent' || one.state === 'waiting')).toBe(true);
  const mine = told.filter(one => one.duty_id === 'decision-to-procuracy' && one.recipient_id === OFFICE.enforcer1);
  expect(mine.map(one => one.state)).toEqual([...mine.slice(1).map(() => 'silent'), 'waiting']);
  expect(mine.length).toBeGreaterThan(1);
  await bench.activities.wakeUp({ matterId, now });
  expect(await toldOf(matterId)).toEqual(told);
});

test('a matter that begins now wakes at once when something of it cannot wait', async () => {
  const now = at(DECIDED, '15:00');
  const matterId = await bench.write(
    aCase([on(DECIDED, 'judgment-received')], {
      importId: null,
      detail: { kind: 'enforcement_case', origin: 'interim' },
    }),
    now,
  );
  expect(await toldOf(matterId)).toEqual([]);
  expect((await bench.activities.loadState({ matterId })).nextWake).toBe(now);
  const { urgent, state } = await bench.wakeUp(matterId, now);
  expect(urgent).toBe(true);
  expect(state.nextWake).toBeGreaterThan(now);
  const told = await toldOf(matterId);
  expect(told).toMatchObject([
    { duty_id: 'enforcement-decision-interim-measure', threshold: 'due', channel: 'at_once', state: 'queued' },
  ]);
});

test('recompute writes a version where the calendar moved a date, and only there', async () => {
  const matterId = await bench.write(
    aCase([...decidedOn(DECIDED), on('2026-09-10', 'valid-notice')]),
    at('2026-09-10'),
  );
  const before = await bench.counts();
  await bench.activities.recompute({ matterId, now: at('2026-09-10', '10:00') });
  expect(await bench.counts()).toEqual(before);
  // As if an earlier calendar had said otherwise.
  await bench.rows(
    `UPDATE deadline SET due = due - 1, due_latest = due_latest - 1 WHERE matter_id = $1 AND duty_id = 'voluntary-period'`,
    [matterId],
  );
  await bench.activities.recompute({ matterId, now: at('2026-09-10', '10:00') });
  expect((await bench.counts()).deadline).toBe(before.deadline! + 1);
  const [row] = await bench.rows(
    `SELECT version, change_reason FROM deadline WHERE matter_id = $1 AND duty_id = 'voluntary-period' AND current`,
    [matterId],
  );
  expect(row).toEqual({ version: 2, change_reason: 'recompute' });
  expect(await bench.rebuildDiffers(matterId, at('2026-09-10', '10:00'))).toEqual([]);
});

test('open matters are listed in pages, each once', async () => {
  const ids = [];
  for (let i = 0; i < 5; i++) ids.push(await bench.write(aCase(decidedOn(DECIDED)), at(DECIDED)));
  await bench.record(ids[0]!, 'completed', '2026-09-08');
  const seen: string[] = [];
  for (let after: string | null = null, page: readonly string[]; ; after = page.at(-1)!) {
    page = await bench.activities.openMattersPage({ after, limit: 2 });
    if (page.length === 0) break;
    seen.push(...page);
  }
  expect(seen).toEqual(ids.slice(1).sort());
});
