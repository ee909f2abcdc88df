import type { CommandOutcome, Effect } from '../../activities/contract';
import { builtInLaw, dutyOf } from '../../law';
import { aCase, at, type Bench, decidedOn, on, openBench } from './workbench';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
}, 60_000);
afterAll(() => bench.close());

const NOW = '2026-09-14';
const events = [...decidedOn('2026-09-07'), on('2026-09-10', 'valid-notice')];

/** A case with a complaint about it. */
async function complainedOf(attrs: Record<string, string> = { class: 'a' }) {
  const caseId = await bench.write(aCase(events), at('2026-09-10'));
  const outcome = await bench.record(caseId, 'complaint-received', NOW, attrs);
  return { caseId, outcome, complaintId: startOf(outcome).matterId };
}

function startOf({ effects }: CommandOutcome) {
  const start = effects.find(effect => effect.type === 'start');
  if (start === undefined) throw new Error('no matter was started');
  return start.state;
}

const tellsOf = ({ effects }: CommandOutcome) =>
  effects.filter((effect): effect is Extract<Effect, { type: 'tell' }> => effect.type === 'tell');

/** Carry effects out as the workflow does, twice, because it may repeat them. */
async function deliver(outcome: CommandOutcome, now: number): Promise<CommandOutcome[]> {
  const outcomes = [];
  for (const { matterId, command } of tellsOf(outcome)) {
    outcomes.push(await bench.activities.applyCommand({ matterId, command, now }));
    await bench.activities.applyCommand({ matterId, command, now });
  }
  return outcomes;
}

const inForce = (matterId: string) =>
  bench.rows<{ duty_id: string; law: '2025' | '2008'; status: string; due: string }>(
    'SELECT duty_id, law, status::text, due::text FROM deadline WHERE matter_id = $1 AND current ORDER BY key',
    [matterId],
  );

test('a complaint begins from its case, with its first event and its limits', async () => {
  const { caseId, complaintId, outcome } = await complainedOf();
  expect(outcome.answer.refusal).toBeNull();
  expect(startOf(outcome)).toMatchObject({
    v: 1,
    kind: 'complaint',
    stage: 'received',
    closed: false,
    lastSeq: 1,
    unit: 'TST-KV1',
  });
  const [row] = await bench.rows(
    `SELECT m.parent_id, m.opened_on::text, c.level, c.class FROM matter m JOIN complaint c ON c.matter_id = m.id WHERE m.id = $1`,
    [complaintId],
  );
  expect(row).toEqual({ parent_id: caseId, opened_on: NOW, level: 1, class: 'a' });
  const accept = (await inForce(complaintId)).find(one => one.duty_id === 'complaint-accept-1st');
  expect(accept).toMatchObject({ status: 'open', due: '2026-09-21' });
  expect(await bench.activities.loadState({ matterId: complaintId })).toMatchObject({
    matterId: complaintId,
    lastSeq: 1,
  });
  expect(await bench.brokenAt(complaintId)).toBeNull();
});

test('a stay pauses exactly the clocks the law names, and lifting it lets them run on', async () => {
  const { caseId, complaintId } = await complainedOf();
  await bench.record(caseId, 'result-confirmation-requested', '2026-09-15');
  const before = await inForce(caseId);
  await bench.record(complaintId, 'complaint-accepted', '2026-09-15');
  const stay = await bench.record(complaintId, 'stay-ordered', '2026-09-16');
  expect(tellsOf(stay)).toMatchObject([
    { matterId: caseId, command: { event: 'stay-by-complaint', occurredOn: '2026-09-16' } },
  ]);
  const [told] = await deliver(stay, at('2026-09-16'));
  expect(told!.answer.refusal).toBeNull();

  const during = await inForce(caseId);
  const paused = during.filter(one => one.status === 'paused').map(one => one.duty_id);
  const stayed = during.filter(one => dutyOf(builtInLaw(), one.duty_id, one.law).pausedBy.includes('stayed'));
  const running = before.filter(one => one.status === 'open').map(one => one.duty_id);
  expect(paused).toEqual(stayed.map(one => one.duty_id).filter(duty => running.includes(duty)));
  expect(paused).toContain('voluntary-period');
  expect(during.filter(one => one.status === 'open').map(one => one.duty_id)).toContain('result-confirmation');

  const lift = await bench.record(complaintId, 'decision-issued', '2026-09-21', { outcome: 'wrong' });
  const [lifted] = await deliver(lift, at('2026-09-21'));
  expect(lifted!.answer.refusal).toBeNull();
  const after = await inForce(caseId);
  expect(after.filter(one => one.status === 'paused')).toEqual([]);
  // Stayed from the 16th to the 21st: five days more.
  const dueOf = (rows: { duty_id: string; due: string }[]) => rows.find(one => one.duty_id === 'voluntary-period')!.due;
  expect([dueOf(before), dueOf(after)]).toEqual(['2026-09-21', '2026-09-25']);
  const pauses = await bench.rows('SELECT kind, from_day::text, to_day::text FROM pause WHERE matter_id = $1', [
    caseId,
  ]);
  expect(pauses).toEqual([{ kind: 'stayed', from_day: '2026-09-16', to_day: '2026-09-21' }]);
  for (const id of [caseId, complaintId]) expect(await bench.rebuildDiffers(id, at('2026-09-21'))).toEqual([]);
});

test('a decision on a complaint without a stay tells the case nothing it would have to record', async () => {
  const { caseId, complaintId } = await complainedOf();
  await bench.record(complaintId, 'complaint-accepted', '2026-09-15');
  const before = await inForce(caseId);
  const decided = await bench.record(complaintId, 'decision-issued', '2026-09-21');
  const outcomes = await deliver(decided, at('2026-09-21'));
  expect(outcomes.every(one => one.answer.refusal !== null)).toBe(true);
  expect((await inForce(caseId)).map(one => one.due)).toEqual(before.map(one => one.due));
});

test('a second complaint begins from the first, at level two, and speaks to the case', async () => {
  const { caseId, complaintId } = await complainedOf({ class: 'c' });
  await bench.record(complaintId, 'complaint-accepted', '2026-09-15');
  await bench.record(complaintId, 'decision-issued', '2026-09-16');
  const second = startOf(await bench.record(complaintId, 'second-complaint-received', '2026-09-18')).matterId;
  const [row] = await bench.rows('SELECT level, class FROM complaint WHERE matter_id = $1', [second]);
  expect(row).toEqual({ level: 2, class: 'c' });
  await bench.record(second, 'complaint-accepted', '2026-09-21');
  const stay = await bench.record(second, 'stay-ordered', '2026-09-22');
  expect(tellsOf(stay).map(tell => tell.matterId)).toEqual([caseId]);
});

test('the number of a complaint is taken once in a unit and year, and then nothing is written', async () => {
  await complainedOf({ class: 'a', number: '12/KN' });
  const caseId = await bench.write(aCase(events), at('2026-09-10'));
  const before = await bench.counts();
  const { answer } = await bench.record(caseId, 'complaint-received', NOW, { class: 'a', number: '12/KN' });
  expect(answer.refusal?.code).toBe('number_taken');
  expect(await bench.counts()).toEqual(before);
});

test('the event that opened a complaint cannot be taken back while it is open', async () => {
  const { caseId, complaintId, outcome } = await complainedOf();
  const early = await bench.correct(caseId, outcome.answer.eventId!, { retract: true }, at('2026-09-16'));
  expect(early.answer.refusal?.code).toBe('child_open');
  await bench.record(complaintId, 'complaint-rejected', '2026-09-16');
  const late = await bench.correct(caseId, outcome.answer.eventId!, { retract: true }, at('2026-09-16'));
  expect(late.answer.refusal).toBeNull();
});

test('a protest of the Procuracy begins from its case', async () => {
  const caseId = await bench.write(aCase(events), at('2026-09-10'));
  const outcome = await bench.record(caseId, 'protest-received', NOW);
  const state = startOf(outcome);
  expect(state).toMatchObject({ kind: 'procuracy_protest', stage: 'received' });
  expect((await inForce(state.matterId)).map(one => one.status)).toContain('open');
});

describe('a stay lasts no longer than the resolution of the complaint', () => {
  const until = (outcome: CommandOutcome) =>
    tellsOf(outcome).map(({ command }) => command.type === 'recordEvent' && command.attrs);
  const pausesOf = (caseId: string) =>
    bench.rows(`SELECT from_day::text, to_day::text FROM pause WHERE matter_id = $1 ORDER BY from_day`, [caseId]);

  test('the case hears until when, and again when that day moves', async () => {
    const { caseId, complaintId } = await complainedOf({ class: 'a' });
    await bench.record(complaintId, 'complaint-accepted', '2026-09-15');
    const stay = await bench.record(complaintId, 'stay-ordered', '2026-09-16');
    // Fifteen days from 15 September.
    expect(until(stay)).toEqual([{ until: '2026-09-30' }]);
    await deliver(stay, at('2026-09-16'));
    expect(await pausesOf(caseId)).toEqual([{ from_day: '2026-09-16', to_day: '2026-10-01' }]);

    const longer = await bench.record(complaintId, 'resolution-extended', '2026-09-28', { ground: 'remote', days: 10 });
    // Ten more days end on Saturday 10 October.
    expect(until(longer)).toEqual([{ until: '2026-10-12' }]);
    await deliver(longer, at('2026-09-28'));
    expect(await pausesOf(caseId)).toEqual([
      { from_day: '2026-09-16', to_day: '2026-09-28' },
      { from_day: '2026-09-28', to_day: '2026-10-13' },
    ]);
  });

  test('while the complaint itself stands still, so does the case, with no end known', async () => {
    const { complaintId } = await complainedOf({ class: 'c' });
    await bench.record(complaintId, 'complaint-accepted', '2026-09-15');
    await bench.record(complaintId, 'stay-ordered', '2026-09-16');
    expect(until(await bench.record(complaintId, 'complaint-suspended', '2026-09-21'))).toEqual([undefined]);
    // Thirty days from 15 September without the ten of suspension, 21 to 30 September: Sunday 25 October.
    expect(until(await bench.record(complaintId, 'complaint-continued', '2026-10-01'))).toEqual([
      { until: '2026-10-26' },
    ]);
  });

  test('without a stay nobody is told of an extension', async () => {
    const { complaintId } = await complainedOf({ class: 'c' });
    await bench.record(complaintId, 'complaint-accepted', '2026-09-15');
    const longer = await bench.record(complaintId, 'resolution-extended', '2026-09-16', { ground: 'complex' });
    expect(tellsOf(longer)).toEqual([]);
  });
});

test('a complaint about a case that ended before 1 July 2026 stays under the law of 2008, at both levels', async () => {
  const ended = [
    ...decidedOn('2026-03-02'),
    on('2026-05-20', 'money-paid-out', { amount: '120000000' }),
    on('2026-05-20', 'completed'),
  ];
  const caseId = await bench.write(aCase(ended), at('2026-09-10'));
  const outcome = await bench.record(caseId, 'complaint-received', NOW, { class: 'd', noticeOn: '2026-09-01' });
  expect(outcome.answer.refusal).toBeNull();
  const complaintId = startOf(outcome).matterId;
  const [row] = await bench.rows('SELECT class, case_ended_on::text FROM complaint WHERE matter_id = $1', [
    complaintId,
  ]);
  expect(row).toEqual({ class: 'd', case_ended_on: '2026-05-20' });
  await bench.record(complaintId, 'complaint-accepted', '2026-09-15');
  expect((await inForce(complaintId)).find(one => one.duty_id === 'o08-decide-d')).toMatchObject({
    law: '2008',
    due: '2026-09-30',
  });
  await bench.record(complaintId, 'decision-issued', '2026-09-21');
  const second = startOf(await bench.record(complaintId, 'second-complaint-received', '2026-09-24')).matterId;
  const [kept] = await bench.rows('SELECT case_ended_on::text FROM complaint WHERE matter_id = $1', [second]);
  expect(kept).toEqual({ case_ended_on: '2026-05-20' });
  expect((await inForce(second)).map(one => one.duty_id)).toContain('o08-accept-2nd');
});

test('an administrative complaint goes through both levels; a request of the Procuracy begins from a case', async () => {
  const first = await bench.write(
    aCase([on('2026-09-10', 'complaint-received', { noticeOn: '2026-09-01' })], {
      importId: null,
      detail: { kind: 'administrative_complaint', level: 1, remote: true },
      parties: [],
    }),
    at('2026-09-10'),
  );
  await bench.record(first, 'complaint-accepted', '2026-09-14');
  // Remote: forty-five days from 14 September.
  expect((await inForce(first)).find(one => one.duty_id === 'admin-complaint-decide-1st')).toMatchObject({
    due: '2026-10-29',
  });
  const second = startOf(
    await bench.record(first, 'second-complaint-received', '2026-11-02', { overdue: true }),
  ).matterId;
  const [row] = await bench.rows('SELECT level, remote FROM administrative_complaint WHERE matter_id = $1', [second]);
  expect(row).toEqual({ level: 2, remote: true });
  expect(await bench.rebuildDiffers(first, at('2026-11-02'))).toEqual([]);

  const caseId = await bench.write(aCase(events), at('2026-09-10'));
  const request = startOf(await bench.record(caseId, 'procuracy-request-received', NOW, { about: 'self_inspection' }));
  expect(request).toMatchObject({ kind: 'procuracy_request', stage: 'received' });
  // The text on requests has not been read as amended: nothing is due yet.
  expect(await inForce(request.matterId)).toEqual([]);
});
