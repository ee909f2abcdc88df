import { aCase, at, type Bench, decidedOn, on, openBench } from './workbench';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
}, 60_000);
afterAll(() => bench.close());

const NOW = at('2026-09-18');
const events = [...decidedOn('2026-09-07'), on('2026-09-08', 'sent-to-procuracy'), on('2026-09-10', 'valid-notice')];
const newCase = () => bench.write(aCase(events), NOW);

interface Version {
  version: number;
  current: boolean;
  due: string;
  status: string;
  change_reason: string | null;
}

const versionsOf = (matterId: string, dutyId: string) =>
  bench.rows<Version>(
    `SELECT version, current, due::text, status::text, change_reason FROM deadline
     WHERE matter_id = $1 AND duty_id = $2 ORDER BY started_on, version`,
    [matterId, dutyId],
  );

async function idOf(matterId: string, type: string): Promise<string> {
  const rows = await bench.rows<{ id: string }>(
    'SELECT id FROM event WHERE matter_id = $1 AND type = $2 AND corrects_id IS NULL',
    [matterId, type],
  );
  return rows[0]!.id;
}

test('an open deadline that moves gets a new version; the old one stays readable', async () => {
  const matterId = await newCase();
  const [before] = await versionsOf(matterId, 'voluntary-period');
  const notice = await idOf(matterId, 'valid-notice');
  const { answer } = await bench.correct(matterId, notice, { occurredOn: '2026-09-14', reason: 'late_document' }, NOW);
  expect(answer.refusal).toBeNull();
  const versions = await versionsOf(matterId, 'voluntary-period');
  expect(versions).toMatchObject([
    { version: 1, current: false, due: before!.due, change_reason: null },
    { version: 2, current: true, status: 'open', change_reason: 'correction:late_document' },
  ]);
  expect(versions[1]!.due > before!.due).toBe(true);
  expect(answer.changed).toContainEqual(expect.objectContaining({ dutyId: 'voluntary-period', due: versions[1]!.due }));
  const [first] = await bench.rows('SELECT occurred_on::text AS day FROM event WHERE id = $1', [notice]);
  expect(first).toEqual({ day: '2026-09-10' });
  expect(await bench.rebuildDiffers(matterId, NOW)).toEqual([]);
});

test('a closed deadline is never rewritten: a correction that touches it makes a new version', async () => {
  const matterId = await newCase();
  const sent = await idOf(matterId, 'sent-to-procuracy');
  const [met] = await bench.rows<{ duty_id: string; id: string }>(
    `SELECT id, duty_id FROM deadline WHERE matter_id = $1 AND closed_by_event = $2 AND status = 'met'`,
    [matterId, sent],
  );
  const [kept] = await bench.rows('SELECT * FROM deadline WHERE id = $1', [met!.id]);
  await bench.correct(matterId, sent, { occurredOn: '2026-09-16' }, NOW);
  expect(await versionsOf(matterId, met!.duty_id)).toMatchObject([
    { version: 1, current: false, status: 'met' },
    { version: 2, current: true, status: 'late', change_reason: 'correction:typing_error' },
  ]);
  const [after] = await bench.rows('SELECT * FROM deadline WHERE id = $1', [met!.id]);
  expect(after).toEqual({ ...kept, current: false });
});

test('an event taken back takes its deadlines along, and gives back those it had closed', async () => {
  const matterId = await newCase();
  const { answer } = await bench.correct(
    matterId,
    await idOf(matterId, 'valid-notice'),
    { retract: true, reason: 'wrong_matter' },
    NOW,
  );
  expect(answer.refusal).toBeNull();
  expect((await versionsOf(matterId, 'voluntary-period')).at(-1)).toMatchObject({ current: true, status: 'void' });

  const sent = await idOf(matterId, 'sent-to-procuracy');
  const [met] = await bench.rows<{ duty_id: string }>(
    `SELECT duty_id FROM deadline WHERE closed_by_event = $1 AND current`,
    [sent],
  );
  await bench.correct(matterId, sent, { retract: true }, NOW);
  expect((await versionsOf(matterId, met!.duty_id)).at(-1)).toMatchObject({
    version: 2,
    current: true,
    status: 'overdue',
  });
  expect(await bench.rebuildDiffers(matterId, NOW)).toEqual([]);
  expect(await bench.brokenAt(matterId)).toBeNull();
});

test('a deadline closed by an event whose own trigger is taken back becomes void in a new version', async () => {
  const matterId = await bench.write(
    aCase([
      ...decidedOn('2026-09-07'),
      on('2026-09-08', 'result-confirmation-requested'),
      on('2026-09-09', 'result-confirmed'),
    ]),
    NOW,
  );
  const confirmed = await idOf(matterId, 'result-confirmed');
  const [met] = await bench.rows<{ duty_id: string }>(
    `SELECT duty_id FROM deadline WHERE closed_by_event = $1 AND current`,
    [confirmed],
  );
  const early = await bench.correct(
    matterId,
    await idOf(matterId, 'result-confirmation-requested'),
    { retract: true },
    NOW,
  );
  expect(early.answer.refusal).not.toBeNull();
  await bench.correct(matterId, confirmed, { retract: true }, NOW);
  const late = await bench.correct(
    matterId,
    await idOf(matterId, 'result-confirmation-requested'),
    { retract: true },
    NOW,
  );
  expect(late.answer.refusal).toBeNull();
  const versions = await versionsOf(matterId, met!.duty_id);
  expect(versions.map(one => [one.version, one.current])).toEqual(
    versions.map((_, i) => [i + 1, i === versions.length - 1]),
  );
  expect(versions.at(-1)!.status).toBe('void');
});

test('taking back the end of a case reopens it', async () => {
  const matterId = await newCase();
  await bench.record(matterId, 'completed', '2026-09-17');
  const { state } = await bench.correct(matterId, await idOf(matterId, 'completed'), { retract: true }, NOW);
  expect(state).toMatchObject({ closed: false });
  expect(state.nextDue).not.toBeNull();
  const [matter] = await bench.rows('SELECT closed_on FROM matter WHERE id = $1', [matterId]);
  expect(matter).toEqual({ closed_on: null });
  expect(await bench.rebuildDiffers(matterId, NOW)).toEqual([]);
});

test('money moves with its event', async () => {
  const matterId = await newCase();
  await bench.record(matterId, 'money-paid-out', '2026-09-15', { amount: '5000000' });
  const paid = await idOf(matterId, 'money-paid-out');
  const amounts = () => bench.rows('SELECT amount::text FROM money_movement WHERE matter_id = $1', [matterId]);
  await bench.correct(matterId, paid, { attrs: { amount: '4500000' } }, NOW);
  expect(await amounts()).toEqual([{ amount: '4500000' }]);
  await bench.correct(matterId, paid, { retract: true }, NOW);
  expect(await amounts()).toEqual([]);
});

test('alerts of what is settled by a correction are cancelled', async () => {
  const late = at('2026-10-20');
  const matterId = await bench.write(aCase(events), late);
  const states = () =>
    bench.rows<{ state: string }>(
      `SELECT a.state FROM alert a JOIN deadline d ON d.id = a.deadline_id WHERE d.matter_id = $1 AND d.duty_id = 'initial-verification'`,
      [matterId],
    );
  expect((await states()).filter(row => row.state === 'waiting').length).toBeGreaterThan(0);
  await bench.correct(matterId, await idOf(matterId, 'valid-notice'), { retract: true }, late);
  expect((await states()).filter(row => row.state === 'waiting')).toEqual([]);
});

describe('refused', () => {
  test.each([
    ['an event of no matter', { eventId: '00000000-0000-4000-8000-000000000000', retract: true }, 'unknown_event'],
    ['a correction that changes nothing', {}, 'nothing_corrected'],
    ['a day that has not come', { occurredOn: '2026-09-19' }, 'future_event'],
    ['a date that does not exist', { occurredOn: '2026-09-31' }, 'bad_date'],
  ])('%s', async (_, change, code) => {
    const matterId = await newCase();
    const before = await bench.counts();
    const { answer } = await bench.correct(matterId, await idOf(matterId, 'valid-notice'), change, NOW);
    expect(answer.refusal?.code).toBe(code);
    expect(await bench.counts()).toEqual(before);
  });

  test('what would leave another event without what it needs', async () => {
    const matterId = await newCase();
    const before = await bench.counts();
    const { answer } = await bench.correct(matterId, await idOf(matterId, 'decision-issued'), { retract: true }, NOW);
    expect(answer.refusal?.code).toBe('NEEDS_EARLIER_EVENT');
    const moved = await bench.correct(
      matterId,
      await idOf(matterId, 'decision-issued'),
      { occurredOn: '2026-09-15' },
      NOW,
    );
    expect(moved.answer.refusal).not.toBeNull();
    expect(await bench.counts()).toEqual(before);
  });

  test('taking back what was taken back', async () => {
    const matterId = await newCase();
    const notice = await idOf(matterId, 'valid-notice');
    await bench.correct(matterId, notice, { retract: true }, NOW);
    const { answer } = await bench.correct(matterId, notice, { retract: true }, NOW);
    expect(answer.refusal?.code).toBe('already_retracted');
  });
});

test('a correction of a correction speaks of the same event', async () => {
  const matterId = await newCase();
  const notice = await idOf(matterId, 'valid-notice');
  const first = await bench.correct(matterId, notice, { occurredOn: '2026-09-11' }, NOW);
  await bench.correct(matterId, first.answer.eventId!, { occurredOn: '2026-09-14' }, NOW);
  const [row] = await bench.rows(
    `SELECT started_on::text FROM deadline WHERE matter_id = $1 AND duty_id = 'voluntary-period' AND current`,
    [matterId],
  );
  expect(row).toEqual({ started_on: '2026-09-14' });
  expect(await bench.rebuildDiffers(matterId, NOW)).toEqual([]);
});
