import { randomUUID } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { claimMails } from '../../activities/mail/claims';
import { dispatch } from '../../activities/mail/dispatch';
import { openRelay, type Relay } from '../../activities/mail/relay';
import { freshDatabase, type TestDatabase } from '../support/database';
import { LINK_KEYS } from '../support/link-keys';
import { startRelay, type TestRelay } from '../support/relay';

jest.setTimeout(60_000);

const MINUTE = 60_000;
const NOW = Date.parse('2026-08-12T07:30:00+07:00');
const FROM = 'Thời Hạn <thoihan@thads.test>';
let database: TestDatabase;
let smtp: TestRelay;
let relay: Relay;

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  smtp = await startRelay();
  relay = openRelay({ smtpUrl: smtp.url, from: FROM }, { socketTimeoutMs: 1500, mailTimeoutMs: 3000 });
});
afterEach(async () => {
  relay.close();
  await smtp.close();
  await database.pool.query('DELETE FROM outbox');
  await database.pool.query('DELETE FROM delivery_task');
});
afterAll(() => database.close());

async function pending(over: { to?: string; kind?: string; createdAt?: number } = {}): Promise<string> {
  const id = randomUUID();
  await database.prisma.outbox.create({
    data: {
      id,
      messageId: `<${id}@thads.test>`,
      kind: over.kind ?? 'digest',
      toAddress: over.to ?? 'chv@thads.test',
      subject: '[Thời Hạn] 12/08/2026: 1 quá hạn',
      text: 'Quá hạn: 123/QĐ-THADS',
      html: '<p>Quá hạn: 123/QĐ-THADS</p>',
      nextTryAt: new Date(NOW),
      createdAt: new Date(over.createdAt ?? NOW),
    },
  });
  return id;
}
const beats: object[] = [];
const run = (now = NOW) =>
  dispatch(
    {
      pool: database.pool,
      relay,
      linkKeys: LINK_KEYS,
      elapsed: () => 0,
      heartbeat: counts => beats.push({ ...counts }),
    },
    now,
  );
const row = (id: string) =>
  database.prisma.outbox.findUniqueOrThrow({ where: { id }, include: { deliveries: { orderBy: { attempt: 'asc' } } } });
const nothing = { accepted: 0, deferred: 0, bounced: 0, unknown: 0 };

test('an accepted mail is handed over once, in good form', async () => {
  const id = await pending();
  expect(await run()).toEqual({ ...nothing, accepted: 1 });
  expect(await run(NOW + 60 * MINUTE)).toEqual(nothing);
  expect(smtp.accepted).toHaveLength(1);
  const mail = await simpleParser(smtp.accepted[0]!);
  expect(mail.messageId).toBe(`<${id}@thads.test>`);
  expect(mail.subject).toBe('[Thời Hạn] 12/08/2026: 1 quá hạn');
  expect(mail.text?.trim()).toBe('Quá hạn: 123/QĐ-THADS');
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
  expect(smtp.accepted[0]).toMatch(/^List-Id: <digest\.thads\.test>\r$/im);
  expect(mail.references).toBeUndefined();
  expect(await row(id)).toMatchObject({ state: 'accepted', attempts: 1, claimedUntil: null });
  expect((await row(id)).deliveries).toMatchObject([{ attempt: 1, state: 'accepted' }]);
});

test('a refused mail is not sent again, and the reason is kept; the others go out', async () => {
  smtp.plan('refuse');
  const bad = await pending({ to: 'gone@thads.test' });
  await run();
  const good = await pending();
  expect(await run(NOW + 60 * MINUTE)).toEqual({ ...nothing, accepted: 1 });
  expect(await row(bad)).toMatchObject({ state: 'bounced', deliveries: [{ state: 'bounced' }] });
  expect((await row(bad)).deliveries[0]!.response).toContain('550 No such mailbox');
  expect((await row(good)).state).toBe('accepted');
});

test('a greylisted mail waits and goes out later', async () => {
  smtp.plan('greylist', 'greylist');
  const id = await pending();
  expect(await run()).toEqual({ ...nothing, deferred: 1 });
  expect((await row(id)).nextTryAt.getTime()).toBe(NOW + MINUTE);
  expect(await run(NOW + MINUTE - 1)).toEqual(nothing);
  expect(await run(NOW + MINUTE)).toEqual({ ...nothing, deferred: 1 });
  expect((await row(id)).nextTryAt.getTime()).toBe(NOW + 3 * MINUTE);
  expect(await run(NOW + 3 * MINUTE)).toEqual({ ...nothing, accepted: 1 });
  expect((await row(id)).deliveries.map(d => d.state)).toEqual(['deferred', 'deferred', 'accepted']);
  expect((await row(id)).deliveries[0]!.response).toContain('451');
});

test('a mail deferred for five days is given up', async () => {
  smtp.plan('greylist');
  const id = await pending({ createdAt: NOW - 6 * 24 * 60 * MINUTE });
  expect(await run()).toEqual({ ...nothing, bounced: 1 });
  expect((await row(id)).deliveries[0]!.response).toContain('given up after five days');
});

test('a slow relay is waited for', async () => {
  smtp.plan({ slow: 300 });
  await pending();
  expect(await run()).toEqual({ ...nothing, accepted: 1 });
});

test.each([
  ['hangs up after the text', 'drop-after-data' as const],
  ['never answers the text', { slow: 5_000 }],
])(
  'when the relay %s the fate is unknown: sent once more with the same Message-ID, then left to a person',
  async (_, behaviour) => {
    smtp.plan(behaviour, behaviour, 'accept');
    const id = await pending();
    expect(await run()).toEqual({ ...nothing, unknown: 1 });
    expect(await row(id)).toMatchObject({ state: 'unknown', deliveries: [{ state: 'unknown' }] });
    expect(await run(NOW + 15 * MINUTE - 1)).toEqual(nothing);
    expect(await run(NOW + 15 * MINUTE)).toEqual({ ...nothing, unknown: 1 });
    expect(await run(NOW + 24 * 60 * MINUTE)).toEqual(nothing);
    expect((await row(id)).state).toBe('unknown');
    const ids = await Promise.all(smtp.received.map(async text => (await simpleParser(text)).messageId));
    expect(ids).toEqual([`<${id}@thads.test>`, `<${id}@thads.test>`]);
  },
);

test('a line that broke before the text is no doubt: the mail is deferred', async () => {
  smtp.plan('drop-before-data');
  const id = await pending();
  expect(await run()).toEqual({ ...nothing, deferred: 1 });
  expect(await run(NOW + MINUTE)).toEqual({ ...nothing, accepted: 1 });
  expect(smtp.received).toHaveLength(1);
  expect((await row(id)).attempts).toBe(2);
});

test('a relay that wants a login blames the settings, not the mails', async () => {
  smtp.plan('wants-login');
  const id = await pending();
  expect(await run()).toEqual({ ...nothing, deferred: 1 });
  expect((await row(id)).deliveries[0]!.response).toContain('530');
});

test('a relay that is down stops the run: the other mails are not burnt', async () => {
  const ids = await Promise.all(Array.from({ length: 20 }, () => pending()));
  await smtp.close();
  expect(await run()).toEqual({ ...nothing, deferred: 6 });
  const states = (await Promise.all(ids.map(row))).map(mail => mail.state);
  expect(states.filter(state => state === 'pending')).toHaveLength(14);
  smtp = await startRelay();
});

test('an address that is none is refused without being sent', async () => {
  const id = await pending({ to: 'not an address' });
  expect(await run()).toEqual({ ...nothing, bounced: 1 });
  expect(smtp.received).toEqual([]);
  expect((await row(id)).deliveries[0]!.response).toBe('not sent: the address cannot be one');
});

test('two runs at once send each mail once', async () => {
  await Promise.all(Array.from({ length: 60 }, () => pending()));
  beats.length = 0;
  const [a, b] = await Promise.all([run(), run()]);
  // Batches of 6, 12, 24… mails, and each run's last look that finds nothing.
  expect(beats.length).toBeGreaterThanOrEqual(6);
  expect(a.accepted + b.accepted).toBe(60);
  const ids = await Promise.all(smtp.accepted.map(async text => (await simpleParser(text)).messageId));
  expect(new Set(ids).size).toBe(60);
  expect(ids).toHaveLength(60);
});

test('a mail whose sender died is of unknown fate, not forgotten and not sent at once', async () => {
  const id = await pending();
  expect(await claimMails(database.pool, NOW, 6)).toHaveLength(1);
  expect(await run(NOW + MINUTE)).toEqual(nothing);
  expect(await run(NOW + 11 * MINUTE)).toEqual({ ...nothing, unknown: 1 });
  expect(await run(NOW + 26 * MINUTE)).toEqual({ ...nothing, accepted: 1 });
  expect((await row(id)).deliveries.map(d => d.state)).toEqual(['unknown', 'accepted']);
});
