import { dispatch } from '../../activities/mail/dispatch';
import { openRelay } from '../../activities/mail/relay';
import { freshDatabase, type TestDatabase } from '../support/database';
import { LINK_KEYS } from '../support/link-keys';
import { startRelay } from '../support/relay';

// About 15 s on two cores that do nothing else.
jest.setTimeout(180_000);

const NOW = Date.parse('2026-08-12T07:30:00+07:00');
const MAILS = 10_000;

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase({ max: 12 });
});
afterAll(() => database.close());

test('ten thousand recipients, a few of them gone: each gets one mail, the others are tasks', async () => {
  await database.pool.query(
    `INSERT INTO outbox (id, message_id, kind, to_address, subject, text, html, next_try_at, created_at)
     SELECT gen_random_uuid(), '<' || n || '@thads.test>', 'digest', 'cb' || n || '@thads.test', '[Thời Hạn] 12/08/2026: 1 quá hạn',
       repeat('Xác minh điều kiện thi hành án. ', 60), repeat('<p>Xác minh điều kiện</p>', 60), $1, $1
     FROM generate_series(1, $2::int) AS n`,
    [new Date(NOW), MAILS],
  );
  const smtp = await startRelay();
  smtp.plan(...Array.from({ length: 25 }, () => 'refuse' as const));
  const relay = openRelay({ smtpUrl: smtp.url, from: 'Thời Hạn <thoihan@thads.test>' });
  const run = () =>
    dispatch({ pool: database.pool, relay, linkKeys: LINK_KEYS, elapsed: () => 0, heartbeat: () => undefined }, NOW);
  try {
    const [a, b] = await Promise.all([run(), run()]);
    expect(a.accepted + b.accepted).toBe(MAILS - 25);
    expect(a.bounced + b.bounced).toBe(25);
  } finally {
    relay.close();
    await smtp.close();
  }
  expect(new Set(smtp.envelopes.map(envelope => envelope.to)).size).toBe(MAILS - 25);
  expect(smtp.accepted).toHaveLength(MAILS - 25);
  expect(await database.prisma.deliveryTask.count()).toBe(25);
});
