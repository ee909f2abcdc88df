import { aCase, at, type Bench, decidedOn, on, openBench } from './workbench';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
}, 60_000);
afterAll(() => bench.close());

const EVENTS = [...decidedOn('2026-09-07'), on('2026-09-08', 'sent-to-procuracy'), on('2026-09-10', 'valid-notice')];

test('a terminated case is awaited until its last decision has been sent and notified', async () => {
  const caseId = await bench.write(aCase(EVENTS), at('2026-09-10'));
  const ended = await bench.record(caseId, 'terminated', '2026-09-14', { ground: '48(1)' });
  expect(ended.answer.refusal).toBeNull();
  expect(ended.state).toMatchObject({ closed: false, nextDue: '2026-09-17' });
  expect(ended.state.nextWake).toBeGreaterThan(at('2026-09-14'));
  const [row] = await bench.rows<{ closed_on: string }>('SELECT closed_on::text FROM matter WHERE id = $1', [caseId]);
  expect(row?.closed_on).toBe('2026-09-14');

  const sent = await bench.record(caseId, 'sent-to-procuracy', '2026-09-15');
  expect(sent.state.closed).toBe(false);
  const notified = await bench.record(caseId, 'notification-sent', '2026-09-16');
  expect(notified.state).toMatchObject({ closed: true, nextWake: null, nextDue: null });
});

test('what the law lets follow the end opens its own limit; everything else is refused', async () => {
  const caseId = await bench.write(aCase(EVENTS), at('2026-09-10'));
  const done = await bench.record(caseId, 'completed', '2026-09-14');
  const refused = await bench.record(caseId, 'postponed', '2026-09-15', { ground: 'a' });
  expect(refused.answer.refusal?.code).toBe('MATTER_CLOSED');

  const asked = await bench.record(caseId, 'result-confirmation-requested', '2026-09-15');
  expect(asked.answer.refusal).toBeNull();
  expect(asked.answer.changed.map(change => change.dutyId)).toContain('result-confirmation');
  expect(asked.state.closed).toBe(false);
  const given = await bench.record(caseId, 'result-confirmed', '2026-09-16');
  expect(given.state.closed).toBe(done.state.closed);
});

test('an ended case of which something is long overdue is still computed again, though nobody is to be told any more', async () => {
  const caseId = await bench.write(aCase(EVENTS), at('2026-09-10'));
  await bench.record(caseId, 'terminated', '2026-09-14', { ground: '48(1)' });
  await bench.liveUntil(caseId, '2028-09-14');
  const [row] = await bench.rows('SELECT closed_on::text, next_wake_at, next_due::text FROM matter WHERE id = $1', [
    caseId,
  ]);
  expect(row).toEqual({ closed_on: '2026-09-14', next_wake_at: null, next_due: '2026-09-17' });
  expect(await bench.activities.openMattersPage({ after: null, limit: 100 })).toContain(caseId);

  const settled = await bench.write(aCase(EVENTS), at('2026-09-10'));
  await bench.record(settled, 'terminated', '2026-09-14', { ground: '48(1)' });
  await bench.record(settled, 'sent-to-procuracy', '2026-09-15');
  await bench.record(settled, 'notification-sent', '2026-09-16');
  expect(await bench.activities.openMattersPage({ after: null, limit: 100 })).not.toContain(settled);
});
