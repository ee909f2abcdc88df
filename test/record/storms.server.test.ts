import { createMailActivities } from '../../activities/mail';
import { OFFICE } from '../support/database';
import { LINK_KEYS } from '../support/link-keys';
import { aCase, at, type Bench, decidedOn, on, openBench } from './workbench';

// An event recorded late brings thresholds of days past, all at once.

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
}, 60_000);
afterEach(() => bench.close());

const DECIDED = '2026-09-07';
/** Three days after the 24 hours of a freeze ran out. */
const LATE = at('2026-09-18', '10:00');

const mails = () =>
  bench.rows<{ to: string; text: string }>(
    `SELECT to_address AS "to", text FROM outbox ORDER BY to_address, created_at`,
  );
const alertsOf = (duty: string) =>
  bench.rows<{ threshold: string; state: string; told: boolean }>(
    `SELECT a.threshold, a.state, a.outbox_id IS NOT NULL AS told FROM alert a JOIN deadline d ON d.id = a.deadline_id
     WHERE d.duty_id = $1 ORDER BY a.due_at, a.threshold`,
    [duty],
  );

async function frozenLate(more: Parameters<typeof aCase>[1] = {}): Promise<string> {
  const matterId = await bench.write(aCase(decidedOn(DECIDED), more), at(DECIDED));
  const frozen = {
    type: 'recordEvent',
    commandId: 'frozen',
    event: 'freeze-minutes-drawn',
    by: OFFICE.enforcer1,
  } as const;
  const command = { ...frozen, occurredOn: '2026-09-14', at: '08:00' };
  await bench.activities.applyCommand({ matterId, command, now: LATE });
  await bench.activities.wakeUp({ matterId, now: LATE });
  return matterId;
}
const digests = (day: string, now = at(day, '07:30'), pause: () => Promise<unknown> = async () => undefined) =>
  createMailActivities({
    pause,
    pool: bench.pool,
    mail: { smtpUrl: 'smtp://127.0.0.1:9', from: 'Thời Hạn <thoihan@thads.test>' },
    linkKeys: LINK_KEYS,
    publicUrl: 'http://thoihan.test',
  }).composeDigests({ day, now });

test('a limit in hours that ran out before it was recorded: one mail to each reader, the steps before it silent', async () => {
  await frozenLate();
  const decision = (await mails()).filter(
    mail => mail.text.includes('phong tỏa') && mail.text.includes('08:00 15/09/2026'),
  );
  expect(decision.map(mail => mail.to)).toEqual(['tst-003@thoihan.test', 'tst-005@thoihan.test']);
  const told = await alertsOf('freeze-on-minutes-decision');
  expect(told.map(({ threshold, state }) => `${threshold} ${state}`)).toEqual([
    'hours-4 silent',
    'hours-1 silent',
    'overdue queued',
    'overdue-head queued',
    'overdue-24 waiting',
  ]);
  expect(told.filter(one => one.told)).toHaveLength(4);
});

test('what the mail told is not told again by the next digest', async () => {
  await frozenLate();
  await bench.rows(`UPDATE outbox SET state = 'accepted'`);
  await digests('2026-09-21');
  const morning = (await mails()).filter(mail => mail.text.includes('Thời hạn Thứ Hai, 21/09/2026'));
  const ofFreeze = morning.filter(mail => mail.text.includes('08:00 15/09/2026'));
  expect(ofFreeze.map(mail => mail.to)).toEqual(['tst-001@thoihan.test']);
});

test('one person who is told as officer and as head gets one mail', async () => {
  await bench.rows('DELETE FROM officer_role WHERE officer_id = $1', [OFFICE.branch1Head]);
  await frozenLate({ officerId: null, officerCode: null });
  const decision = (await mails()).filter(mail => mail.text.includes('08:00 15/09/2026'));
  expect(decision.map(mail => mail.to)).toEqual(['tst-001@thoihan.test']);
});

test('five thresholds of days past: no urgent mail, one line in the next digest of each', async () => {
  const matterId = await bench.write(aCase([on('2026-08-20', 'judgment-received')]), at('2026-09-07'));
  await bench.record(matterId, 'request-received', '2026-08-24', {}, at('2026-09-17', '09:00'));
  expect(await mails()).toEqual([]);
  const told = await alertsOf('enforcement-decision-on-request');
  expect(told.map(one => one.threshold)).toEqual(
    expect.arrayContaining(['before-2', 'before-1', 'due', 'overdue', 'overdue-head']),
  );
  await digests('2026-09-18');
  const all = await mails();
  for (const to of ['tst-003@thoihan.test', 'tst-005@thoihan.test']) {
    const [mail, ...more] = all.filter(one => one.to === to);
    expect(more).toEqual([]);
    expect(mail!.text.match(/Ra quyết định thi hành án theo yêu cầu/g)).toHaveLength(1);
  }
});

describe('a worker that stood still from Tuesday evening to Friday noon', () => {
  const BACK = at('2026-09-11', '11:00');
  const asleep = async () => {
    const ids = [];
    for (let n = 0; n < 4; n++) ids.push(await bench.write(aCase(decidedOn(DECIDED)), at(DECIDED)));
    for (const matterId of ids) await bench.activities.wakeUp({ matterId, now: at('2026-09-08', '07:00') });
    await digests('2026-09-08');
    await bench.rows(`UPDATE outbox SET state = 'accepted'`);
    return ids;
  };
  const friday = async () =>
    (await mails()).find(mail => mail.to === 'tst-005@thoihan.test' && mail.text.includes('Thứ Sáu, 11/09/2026'))!.text;

  test('the digest waits while matters wake, tells what all of them have to say, and which mornings were missed', async () => {
    const ids = await asleep();
    await digests('2026-09-11', BACK, async () => {
      const matterId = ids.pop();
      if (matterId !== undefined) await bench.activities.wakeUp({ matterId, now: BACK });
    });
    expect(ids).toEqual([]);
    const text = await friday();
    expect(text).toContain('Không gửi được bản tin ngày 09/09/2026, 10/09/2026; thư này báo bù');
    expect(text.match(/Gửi quyết định về thi hành án cho Viện kiểm sát/g)).toHaveLength(4);
    // The first morning that was missed stands beside each limit.
    expect(text.match(/Nay đã quá hạn, đã báo ngày 08\/09\/2026; lẽ ra báo ngày 09\/09\/2026/g)).toHaveLength(8);
  });

  test('a matter that does not wake keeps nobody waiting for ever', async () => {
    const [lost, ...ids] = await asleep();
    let looks = 0;
    await digests('2026-09-11', BACK, async () => {
      looks += 1;
      const matterId = ids.pop();
      if (matterId !== undefined) await bench.activities.wakeUp({ matterId, now: BACK });
    });
    expect(looks).toBeLessThanOrEqual(3 + 10);
    expect(await friday()).not.toContain(lost);
  });
});
