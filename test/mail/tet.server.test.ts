import { simpleParser } from 'mailparser';
import { digestDayOf } from '../../alerts';
import { officialCalendar, toDay, toIso } from '../../law';
import { OFFICE } from '../support/database';
import { startRelay, type TestRelay } from '../support/relay';
import { type DigestBench, morning, openDigests } from './digest-bench';

jest.setTimeout(180_000);

const READERS = 500;
const URGENT = 40;
const PER_MINUTE = 15;
const MINUTE = 60_000;
/** Tết 2026: off from Saturday 14 to Sunday 22 February. */
const EVE = '2026-02-13';
const BACK = '2026-02-23';

let smtp: TestRelay;
let bench: DigestBench;
beforeAll(async () => {
  smtp = await startRelay();
  bench = await openDigests({ smtpUrl: smtp.url, perMinute: PER_MINUTE });
});
afterAll(async () => {
  await bench.close();
  await smtp.close();
});

/** A reader each, with a limit that passed a threshold on some day of Tết. */
async function readers(): Promise<void> {
  for (let n = 0; n < READERS; n++) {
    const code = `TET-${n}`;
    const officer = { code, name: code, email: `${code}@thoihan.test`, unitId: OFFICE.branch1 };
    const { id } = await bench.prisma.officer.create({ data: officer });
    const fell = morning(EVE) + (1 + (n % 9)) * 24 * 60 * MINUTE;
    await bench.waiting({ officerId: id, due: '2026-02-24', fell, known: morning('2026-02-02') });
    // Recorded in the evening before Tết, so waiting for the office to open again.
    if (n < URGENT) await bench.urgent({ officerId: id, due: EVE }, morning(BACK));
  }
}

test('five hundred readers on the first morning after Tết, by a relay that takes fifteen a minute', async () => {
  await readers();
  for (let day = toDay(EVE) + 1; day < toDay(BACK); day++) {
    expect(await bench.compose(toIso(day))).toEqual({ mails: 0, alerts: 0, workingDay: false });
    await bench.activities.dispatchMail({ now: morning(toIso(day)) });
  }
  expect(smtp.received).toEqual([]);
  expect(digestDayOf(morning('2026-02-17'), officialCalendar())).toBe(toDay(BACK));

  expect(await bench.compose(BACK)).toMatchObject({ mails: READERS });
  const perMinute: number[] = [];
  for (let minute = 0; minute < 75; minute++) {
    const before = smtp.accepted.length;
    await bench.activities.dispatchMail({ now: morning(BACK) + minute * MINUTE });
    perMinute.push(smtp.accepted.length - before);
  }
  expect(Math.max(...perMinute)).toBe(PER_MINUTE);
  // Nobody's digest waits longer than the spread and the relay need.
  expect(perMinute.findLastIndex(n => n > 0)).toBeLessThan(60);

  const mails = await Promise.all(smtp.accepted.map(text => simpleParser(text)));
  expect(mails).toHaveLength(READERS + URGENT);
  expect(new Set(mails.map(mail => mail.messageId)).size).toBe(READERS + URGENT);
  const kinds = mails.map(mail => (mail.subject!.includes('[Thời Hạn] 23/02/2026') ? 'digest' : 'urgent'));
  expect(kinds.slice(0, URGENT)).toEqual(Array(URGENT).fill('urgent'));
  // Days off are no mornings that were missed.
  for (const { text } of mails) expect(text).not.toMatch(/Không gửi được|lẽ ra báo/);
  const states = await bench.pool.query('SELECT DISTINCT state::text FROM outbox');
  expect(states.rows).toEqual([{ state: 'accepted' }]);
});
