import { lawReader } from '../../activities/law';
import { explainDay } from '../../api/record/explain';
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
const aLiveCase = (more = {}) => bench.write(aCase(decidedOn(DECIDED), { importId: null, ...more }), at(DECIDED));
async function explained(matterId: string, on: string, asked = at(on, '12:00')) {
  const stores = { prisma: bench.prisma, pool: bench.pool, lawAt: lawReader(bench.pool) };
  const answer = await explainDay(stores, matterId, on, asked);
  const limit = answer.limits.find(one => one.dutyId === DUTY);
  return {
    answer,
    limit,
    steps: limit?.steps.map(({ code, people, reason }) => [code, people.map(one => one.officer), reason?.code ?? null]),
  };
}

test('told: to whom, at which level, in which mail, and who has seen it', async () => {
  const id = await aLiveCase();
  await bench.liveUntil(id, '2026-09-10');
  const { limit, steps } = await explained(id, '2026-09-10');
  expect(steps).toEqual([
    ['overdue', ['TST-005'], null],
    ['overdue-head', ['TST-003'], null],
  ]);
  expect(limit).toMatchObject({ due: '2026-09-09', status: 'overdue', policy: null, reason: null });
  expect(limit!.steps[0]!.people[0]).toMatchObject({
    state: 'waiting',
    insteadOf: null,
    mail: null,
    acknowledged: null,
  });
});

test('nothing fell: the next step is named; afterwards the last', async () => {
  const id = await aLiveCase();
  await bench.liveUntil(id, '2026-09-10');
  expect((await explained(id, '2026-09-11')).limit!.reason).toMatchObject({
    code: 'next',
    vi: expect.stringContaining('16/09/2026'),
  });
  expect((await explained(id, '2026-09-30')).limit!.reason).toMatchObject({ code: 'all_told' });
});

test('held by an acknowledgement: until when', async () => {
  const id = await aLiveCase();
  await bench.liveUntil(id, '2026-09-10');
  const { limit } = await explained(id, '2026-09-10');
  const command = {
    ...({ type: 'acknowledge', commandId: 'seen', deadlineKey: limit!.key, by: OFFICE.enforcer1 } as const),
    promisedOn: '2026-09-18',
  };
  await bench.activities.applyCommand({ matterId: id, command, now: at('2026-09-10', '13:00') });
  await bench.liveUntil(id, '2026-09-16');
  const { steps, limit: later } = await explained(id, '2026-09-16');
  expect(steps).toEqual([['overdue-5', [], 'held']]);
  expect(later!.steps[0]!.reason!.vi).toContain('21/09/2026');
});

test('nobody reads: told instead, and the step above waits', async () => {
  await bench.away(OFFICE.enforcer1, '2026-09-10', '2026-09-11');
  const id = await aLiveCase();
  await bench.liveUntil(id, '2026-09-10');
  const { limit, steps } = await explained(id, '2026-09-10');
  expect(steps).toEqual([
    ['overdue', ['TST-003'], null],
    ['overdue-head', [], 'nobody_reads'],
  ]);
  expect(limit!.steps[0]!.people[0]).toMatchObject({ insteadOf: 'TST-005' });
});

test('nobody to tell; an outage', async () => {
  await bench.pool.query('DELETE FROM officer_role');
  const alone = await aLiveCase({ officerId: null, officerCode: null });
  await bench.liveUntil(alone, '2026-09-09');
  expect((await explained(alone, '2026-09-09')).steps).toEqual([['due', [], 'nobody']]);
  const asleep = await aLiveCase();
  expect((await explained(asleep, '2026-09-09')).steps).toEqual([['due', [], 'missing']]);
  expect((await explained(asleep, '2026-09-09', at('2026-09-09', '05:00'))).steps).toEqual([
    ['due', [], 'later_today'],
  ]);
});

test('done; and not known yet on that day', async () => {
  const id = await aLiveCase();
  await bench.record(id, 'sent-to-procuracy', '2026-09-07');
  expect((await explained(id, '2026-09-08')).limit!.reason).toMatchObject({
    code: 'closed',
    vi: expect.stringContaining('07/09/2026'),
  });
  await bench.record(id, 'enforcer-assigned', '2026-09-07', {}, at('2026-09-14'));
  const { answer } = await explained(id, '2026-09-08');
  expect(answer.unknown.length).toBeGreaterThan(0);
  expect(answer.unknown[0]).toMatchObject({ recordedOn: '2026-09-14' });
});

test('an outage healed later is no telling of that day', async () => {
  const id = await aLiveCase();
  // Nothing wakes from the 8th to the 14th.
  await bench.liveUntil(id, '2026-09-08');
  await bench.activities.wakeUp({ matterId: id, now: at('2026-09-14', '10:00') });
  const { steps, limit } = await explained(id, '2026-09-10', at('2026-09-15'));
  expect(steps).toEqual([
    ['overdue', [], 'told_later'],
    ['overdue-head', [], 'told_later'],
  ]);
  expect(limit!.steps[0]!.reason).toMatchObject({ vi: expect.stringContaining('14/09/2026') });
});

test('mails and acknowledgements of later days had not happened yet', async () => {
  const id = await aLiveCase();
  await bench.liveUntil(id, '2026-09-10');
  const { limit } = await explained(id, '2026-09-10');
  const first = async (on: string) => (await explained(id, on, at('2026-09-30'))).limit!.steps[0]!.people[0]!;
  const mailed = async (n: number, state: string, moment: number) =>
    bench.pool.query(
      `INSERT INTO delivery (id, outbox_id, attempt, at, state) SELECT gen_random_uuid(), id, $1, $2, $3::"OutboxState" FROM outbox`,
      [n, new Date(moment), state],
    );
  await bench.pool.query(
    `INSERT INTO outbox (id, message_id, kind, recipient_id, to_address, subject, text, state, next_try_at, created_at)
     VALUES (gen_random_uuid(), '<one@test>', 'digest', $1, 'tst-005@thoihan.test', '', '', 'accepted', $2, $2)`,
    [OFFICE.enforcer1, new Date(at('2026-09-10', '07:30'))],
  );
  await bench.pool.query(
    `UPDATE alert SET state = 'queued', outbox_id = (SELECT id FROM outbox) WHERE recipient_id = $1`,
    [OFFICE.enforcer1],
  );
  await mailed(1, 'deferred', at('2026-09-10', '07:31'));
  await mailed(2, 'accepted', at('2026-09-11', '08:00'));
  const command = { type: 'acknowledge', commandId: 'seen', deadlineKey: limit!.key, by: OFFICE.enforcer1 } as const;
  await bench.activities.applyCommand({ matterId: id, command, now: at('2026-09-11', '09:00') });
  expect(await first('2026-09-10')).toMatchObject({
    ...{ state: 'queued', acknowledged: null, mail: { kind: 'digest', state: 'deferred', at: '2026-09-10T07:31' } },
  });
});
