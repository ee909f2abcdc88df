import { dispatch } from '../../activities/mail/dispatch';
import { openRelay } from '../../activities/mail/relay';
import { freshDatabase, type TestDatabase } from '../support/database';
import { LINK_KEYS } from '../support/link-keys';
import { type Behaviour, startRelay } from '../support/relay';

// About 15 s on two cores that do nothing else.
jest.setTimeout(180_000);

const NOW = Date.parse('2026-08-12T07:30:00+07:00');
const MAILS = 10_000;

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase({ max: 12 });
});
afterAll(() => database.close());

/** What the relay does to the first mails it sees; the others it takes. */
const TROUBLE: readonly [Behaviour, number][] = [
  ['refuse', 25],
  ['greylist', 60],
  ['drop-before-data', 20],
  ['drop-after-data', 10],
];

/** How often each Message-ID stands at the head of these texts. */
function countIds(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const id = /^Message-ID: (\S+)/im.exec(text)![1]!;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

test('ten thousand recipients and a relay in trouble: each gets one mail, those of doubt at most two, the others are tasks', async () => {
  await database.pool.query(
    `INSERT INTO outbox (id, message_id, kind, to_address, subject, text, html, next_try_at, created_at)
     SELECT gen_random_uuid(), '<' || n || '@thads.test>', 'digest', 'cb' || n || '@thads.test', '[Thời Hạn] 12/08/2026: 1 quá hạn',
       repeat('Xác minh điều kiện thi hành án. ', 60), repeat('<p>Xác minh điều kiện</p>', 60), $1, $1
     FROM generate_series(1, $2::int) AS n`,
    [new Date(NOW), MAILS],
  );
  const smtp = await startRelay();
  smtp.plan(...TROUBLE.flatMap(([behaviour, times]) => Array.from({ length: times }, () => behaviour)));
  const relay = openRelay({ smtpUrl: smtp.url, from: 'Thời Hạn <thoihan@thads.test>' });
  const run = (now: number) =>
    dispatch({ pool: database.pool, relay, linkKeys: LINK_KEYS, elapsed: () => 0, heartbeat: () => undefined }, now);
  const counts = { accepted: 0, deferred: 0, bounced: 0, unknown: 0 };
  try {
    // A relay that hangs up ends a run; the schedule comes back each minute. Greylisted mails wait a minute, doubtful ones fifteen.
    for (let minute = 0; minute < 40; minute++) {
      for (const ended of await Promise.all([run(NOW + minute * 60_000), run(NOW + minute * 60_000)]))
        for (const state of ['accepted', 'deferred', 'bounced', 'unknown'] as const) counts[state] += ended[state];
    }
  } finally {
    relay.close();
    await smtp.close();
  }
  expect(counts).toEqual({ accepted: MAILS - 25, deferred: 80, bounced: 25, unknown: 10 });
  const accepted = countIds(smtp.accepted);
  expect(accepted.size).toBe(MAILS - 25);
  expect(new Set(accepted.values())).toEqual(new Set([1]));
  // What reached the end of the text twice is what the relay hung up on.
  const twice = [...countIds(smtp.received).values()].filter(n => n > 1);
  expect(twice).toEqual(Array(10).fill(2));
  expect(await database.prisma.deliveryTask.count()).toBe(25);
});
