import { DEFAULT_POLICY } from '../../alerts';
import { OFFICE } from '../support/database';
import { startRelay, type TestRelay } from '../support/relay';
import { type DigestBench, NOW, openDigests } from './digest-bench';

jest.setTimeout(60_000);

const { mailCap } = DEFAULT_POLICY.settings;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
// 08:10, so that an hour has most of its minutes left.
const BEGUN = NOW + 40 * MINUTE;

let smtp: TestRelay;
let bench: DigestBench;
beforeEach(async () => {
  smtp = await startRelay();
  bench = await openDigests({ smtpUrl: smtp.url });
});
afterEach(async () => {
  await bench.close();
  await smtp.close();
});

const urgent = async (count: number, given: Parameters<DigestBench['urgent']>[0] = {}) => {
  for (let n = 0; n < count; n++) await bench.urgent(given, BEGUN - HOUR);
};
const dispatch = (now = BEGUN) => bench.activities.dispatchMail({ now });
const summaries = () => bench.prisma.outbox.findMany({ where: { kind: 'summary' }, include: { alerts: true } });
/** How many alerts of the office are carried by a mail that a relay has taken. */
const delivered = () => bench.prisma.alert.count({ where: { outbox: { state: 'accepted' } } });

test('up to the cap each limit has a mail of its own', async () => {
  await urgent(mailCap);
  expect(await dispatch()).toMatchObject({ accepted: mailCap });
  expect(await summaries()).toEqual([]);
});

test('beyond it one mail carries the rest, with their number, each limit and the way to the inbox', async () => {
  await urgent(mailCap + 7);
  expect(await dispatch()).toMatchObject({ accepted: mailCap + 1 });
  const [summary, ...more] = await summaries();
  expect(more).toEqual([]);
  expect(summary).toMatchObject({ toAddress: 'tst-005@thoihan.test', recipientId: OFFICE.enforcer1 });
  expect(summary!.subject).toBe('[Thời Hạn] Khẩn, 08:10 12/08/2026: 7 thời hạn gộp (7 hôm nay)');
  expect(summary!.text).toContain(`Hôm nay đã có ${mailCap} thư khẩn; 7 thời hạn khẩn sau đây`);
  expect(summary!.text).toContain('http://thoihan.test/v1/officers/TST-005/inbox?show=open');
  expect(summary!.text.match(/^• /gm)).toHaveLength(7);
  expect(summary!.alerts).toHaveLength(7);
  // None is lost: each alert is carried by a mail that arrived.
  expect(await delivered()).toBe(mailCap + 7);
  const folded = await bench.prisma.outbox.findMany({ where: { state: 'suppressed' } });
  expect(folded.map(mail => mail.suppressedBecause)).toEqual(Array(7).fill('capped'));
  expect(await dispatch(BEGUN + MINUTE)).toMatchObject({ accepted: 0 });
});

test('what comes later in the hour shares the next hour’s; the day after counts anew', async () => {
  await urgent(mailCap + 1);
  await dispatch();
  await urgent(3);
  expect(await dispatch(BEGUN + 5 * MINUTE)).toMatchObject({ accepted: 0 });
  expect(await dispatch(BEGUN + 50 * MINUTE)).toMatchObject({ accepted: 1 });
  expect((await summaries()).map(mail => mail.alerts.length).sort()).toEqual([1, 3]);
  expect(await delivered()).toBe(mailCap + 4);
  await urgent(2);
  expect(await dispatch(BEGUN + 24 * HOUR)).toMatchObject({ accepted: 2 });
});

test('another reader is not concerned', async () => {
  await urgent(mailCap + 2);
  await urgent(3, { officerId: OFFICE.enforcer2 });
  expect(await dispatch()).toMatchObject({ accepted: mailCap + 1 + 3 });
  expect(await summaries()).toHaveLength(1);
});

test('what is counted in hours goes at once, always', async () => {
  await urgent(mailCap);
  await urgent(5, { dueAt: new Date(BEGUN + HOUR) });
  expect(await dispatch()).toMatchObject({ accepted: mailCap + 5 });
  expect(await summaries()).toEqual([]);
});

test('two dispatchers at once fold once', async () => {
  await urgent(mailCap + 6);
  const both = await Promise.all([dispatch(), dispatch()]);
  expect(both[0].accepted + both[1].accepted).toBe(mailCap + 1);
  expect(await summaries()).toHaveLength(1);
  expect(await delivered()).toBe(mailCap + 6);
});
