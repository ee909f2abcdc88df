import { randomUUID } from 'node:crypto';
import { OFFICE } from '../support/database';
import { DAY, type DigestBench, date, morning, openDigests } from './digest-bench';

jest.setTimeout(60_000);

let bench: DigestBench;
beforeEach(async () => {
  bench = await openDigests();
});
afterEach(() => bench.close());

const NEXT = '2026-08-13';
const LATER = '2026-08-14';

/** A limit told on the first morning, and that mail handed over. */
async function told(given: Parameters<DigestBench['waiting']>[0] = {}): Promise<string> {
  const matterId = await bench.waiting({ due: LATER, thresholds: ['before-2'], ...given });
  await bench.compose();
  await bench.handOver();
  return matterId;
}
const textOf = async (day: string) => (await bench.mailOf(day)).text;

describe('what was told stays a number', () => {
  test('a morning on which nothing changed has no mail', async () => {
    await told();
    expect(await bench.compose(NEXT)).toEqual({ mails: 0, alerts: 0, workingDay: true });
  });

  test('beside something new it is counted', async () => {
    const [first] = [await told(), await bench.waiting({ due: '2026-08-20' })];
    await bench.compose(NEXT);
    const text = await textOf(NEXT);
    expect(text).toContain('1 thời hạn mới, 0 gần hơn, quá hạn hoặc tính lại, 0 đã giải quyết; 1 đã báo không đổi.');
    expect(text).not.toContain(first);
  });
});

describe('what is worse is told again, and says how', () => {
  test('a later threshold: nearer', async () => {
    const id = await told();
    await bench.alert(id, { thresholds: ['before-1'], fell: morning(NEXT) });
    await bench.compose(NEXT);
    expect(await textOf(NEXT)).toContain('Gần hơn, đã báo ngày 12/08/2026');
  });

  test('the day passes: now overdue; then still overdue', async () => {
    const id = await told({ due: DAY, thresholds: ['due'] });
    await bench.restate(id, 'overdue');
    await bench.alert(id, { thresholds: ['overdue'], fell: morning(NEXT) });
    await bench.compose(NEXT);
    expect(await textOf(NEXT)).toContain('Nay đã quá hạn, đã báo ngày 12/08/2026');
    await bench.handOver();
    await bench.alert(id, { thresholds: ['overdue-2'], fell: morning(LATER) });
    await bench.compose(LATER);
    expect(await textOf(LATER)).toContain('Vẫn quá hạn, đã báo ngày 13/08/2026');
  });
});

describe('what is settled is told once', () => {
  test.each([
    ['met', '2026-08-13', 'Xác minh điều kiện thi hành án (lần đầu): xong ngày 13/08/2026'],
    ['late', '2026-08-13', 'xong, muộn ngày 13/08/2026'],
    ['void', undefined, 'không còn phải làm'],
    ['paused', undefined, 'đang tạm dừng'],
  ] as const)('%s', async (status, closedOn, words) => {
    const id = await told();
    await bench.restate(id, status, closedOn);
    expect(await bench.compose(NEXT)).toEqual({ mails: 1, alerts: 0, workingDay: true });
    const mail = await bench.mailOf(NEXT);
    expect(mail.subject).toBe('[Thời Hạn] 13/08/2026: 1 đã giải quyết');
    expect(mail.text).toContain(words);
    await bench.handOver();
    expect(await bench.compose(LATER)).toMatchObject({ mails: 0 });
  });

  test('another date: the new one stands beside it', async () => {
    const id = await told();
    await bench.limit(id, { due: '2026-08-24' }, 2);
    await bench.compose(NEXT);
    expect(await textOf(NEXT)).toContain('tính lại, hạn mới 24/08/2026');
    await bench.handOver();
    await bench.alert(id, { thresholds: ['before-2'], fell: morning('2026-08-20') });
    await bench.compose('2026-08-20');
    expect(await textOf('2026-08-20')).toContain('  Mới\n');
  });

  test('another date of which something is due already is told as that, once', async () => {
    const id = await told();
    await bench.limit(id, { due: NEXT }, 2);
    await bench.alert(id, { thresholds: ['due'], fell: morning(NEXT) });
    await bench.compose(NEXT);
    const text = await textOf(NEXT);
    expect(text).toContain('Hạn mới, trước là 14/08/2026');
    expect(text).toContain('0 đã giải quyết; 0 đã báo không đổi');
    await bench.handOver();
    expect(await bench.compose(LATER)).toMatchObject({ mails: 0 });
  });

  test('another version with the same date is no news', async () => {
    const id = await told();
    await bench.limit(id, { due: LATER }, 2);
    expect(await bench.compose(NEXT)).toMatchObject({ mails: 0 });
    await bench.restate(id, 'met', NEXT);
    await bench.compose(LATER);
    expect(await textOf(LATER)).toContain('xong ngày 13/08/2026');
  });

  test('given to another officer: told to who had it', async () => {
    const id = await told();
    await bench.prisma.matter.update({ where: { id }, data: { officerId: OFFICE.enforcer2 } });
    await bench.waiting();
    await bench.compose(NEXT);
    expect(await textOf(NEXT)).toContain('đã giao cán bộ khác');
  });

  test('not told before, it is none of the reader’s news', async () => {
    await bench.waiting({ status: 'met', thresholds: [] });
    expect(await bench.compose()).toMatchObject({ mails: 0 });
  });
});

test('a day on which the reader’s unit is closed has no mail; the next carries both days', async () => {
  await bench.prisma.unitClosure.create({
    data: {
      id: randomUUID(),
      unitId: OFFICE.branch1,
      fromDay: date(DAY),
      toDay: date(DAY),
      reason: 'bão',
      decision: 'QĐ 3',
      author: 'TST-003',
      countersigner: 'TST-001',
      recordedAt: new Date(morning('2026-08-01')),
      signedAt: new Date(morning('2026-08-01')),
    },
  });
  await bench.pool.query('UPDATE law_stamp SET stamp = stamp + 1');
  await bench.waiting();
  await bench.waiting({ recipientId: OFFICE.provinceHead });
  expect(await bench.compose()).toMatchObject({ mails: 1 });
  expect((await bench.mailOf(DAY)).toAddress).toBe('tst-001@thoihan.test');
  await bench.handOver();
  await bench.waiting();
  expect(await bench.compose(NEXT)).toMatchObject({ mails: 1, alerts: 2 });
  expect(await textOf(NEXT)).not.toContain('lẽ ra báo');
});

describe('two at once', () => {
  test('write what is settled once', async () => {
    const id = await told();
    await bench.restate(id, 'met', DAY);
    const both = await Promise.all([bench.compose(NEXT), bench.compose(NEXT)]);
    expect(both[0].mails + both[1].mails).toBe(1);
  });
});

describe('after mornings without digests', () => {
  test('one mail tells all, and what should have been told when', async () => {
    await told();
    // No digest on the 13th and the 14th.
    await bench.waiting({ due: '2026-08-19', fell: morning(NEXT) - 3_600_000 });
    const worse = await bench.waiting({ due: '2026-08-19', fell: morning(LATER) - 3_600_000 });
    await bench.alert(worse, { thresholds: ['before-5'], state: 'silent', fell: morning(NEXT) - 3_600_000 });
    await bench.waiting({ due: '2026-08-21', fell: morning('2026-08-17') - 3_600_000 });
    expect(await bench.compose('2026-08-17')).toMatchObject({ mails: 1, alerts: 3 });
    const text = await textOf('2026-08-17');
    expect(text).toContain('Không gửi được bản tin ngày 13/08/2026; thư này báo bù');
    expect(text.match(/lẽ ra báo ngày 13\/08\/2026/g)).toHaveLength(2);
    // The silent one was told by this mail too.
    expect(await bench.prisma.alert.count({ where: { outboxId: null } })).toBe(0);
  });

  test('what was recorded late is not our delay', async () => {
    await told();
    await bench.waiting({ fell: morning(NEXT) - 3_600_000, known: morning('2026-08-17') - 60_000 });
    await bench.compose('2026-08-17');
    expect(await textOf('2026-08-17')).not.toContain('lẽ ra báo');
  });

  test('a relay that was away for days brings one mail, not one per day', async () => {
    const first = await bench.waiting({ due: LATER, fell: NOON_BEFORE });
    await bench.compose();
    await bench.waiting({ due: '2026-08-20', fell: morning(NEXT) - 3_600_000 });
    await bench.prisma.outbox.updateMany({ data: { state: 'deferred', attempts: 5 } });
    expect(await bench.compose(NEXT)).toMatchObject({ mails: 1, alerts: 2 });
    const before = await bench.mailOf(DAY);
    expect([before.state, before.suppressedBecause]).toEqual(['suppressed', 'superseded']);
    const text = await textOf(NEXT);
    expect(text).toContain('lẽ ra báo ngày 12/08/2026');
    expect(text).toContain(first);
    expect(await bench.states()).toEqual(['queued', 'queued']);
  });

  test('a settlement told by a mail that never went is told by the next', async () => {
    const id = await told();
    await bench.restate(id, 'met', DAY);
    await bench.compose(NEXT);
    await bench.waiting({ due: '2026-08-20' });
    await bench.compose(LATER);
    expect(await textOf(LATER)).toContain('xong ngày 12/08/2026');
    expect((await bench.mailOf(NEXT)).state).toBe('suppressed');
  });

  test('a mail that is being handed over, or may have arrived, is left alone', async () => {
    await bench.waiting();
    await bench.compose();
    await bench.waiting();
    await bench.prisma.outbox.updateMany({ data: { state: 'unknown' } });
    expect(await bench.compose(NEXT)).toMatchObject({ mails: 1, alerts: 1 });
    expect((await bench.mailOf(DAY)).state).toBe('unknown');
  });
});
const NOON_BEFORE = morning('2026-08-11') + 4 * 3_600_000;

describe('a morning with more mails than the relay takes', () => {
  const slots = async (perMinute: number) => {
    const crowded = await openDigests({ perMinute });
    try {
      for (let n = 0; n < 3; n++) {
        const officerId = [OFFICE.enforcer1, OFFICE.enforcer2, OFFICE.enforcer3][n]!;
        for (let m = 0; m < 8; m++) await crowded.waiting({ officerId });
      }
      // Sixteen readers, one mail each a quarter of an hour at one a minute: too many.
      for (let n = 0; n < 13; n++) await crowded.waiting({ recipientId: await anOfficer(crowded, n) });
      await crowded.compose();
      return (await crowded.mails()).map(mail => mail.nextTryAt.getTime() - morning(DAY));
    } finally {
      await crowded.close();
    }
  };
  async function anOfficer({ prisma }: DigestBench, n: number): Promise<string> {
    const code = `TST-1${n}`;
    const data = { code, name: code, email: `${code}@thoihan.test`, unitId: OFFICE.branch1 };
    return (await prisma.officer.create({ data })).id;
  }

  test('is spread over three quarters of an hour', async () => {
    const spread = await slots(1);
    expect(spread).toHaveLength(16);
    expect(new Set(spread).size).toBeGreaterThan(12);
    expect(Math.min(...spread)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...spread)).toBeLessThan(45 * 60_000);
    expect(Math.max(...spread)).toBeGreaterThan(20 * 60_000);
  });

  test('with fewer, all at once', async () => {
    expect(new Set(await slots(2))).toEqual(new Set([0]));
  });
});
