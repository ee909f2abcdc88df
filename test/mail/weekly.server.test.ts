import { OFFICE } from '../support/database';
import { type DigestBench, date, morning, openDigests } from './digest-bench';

jest.setTimeout(60_000);

let bench: DigestBench;
beforeEach(async () => {
  bench = await openDigests();
});
afterEach(() => bench.close());

const MONDAY = '2026-08-17';
const weekly = (day = MONDAY) => bench.activities.composeWeeklies({ day, now: morning(day) });

test('the head of the province is told of the week: each unit, who is late, what is late longest', async () => {
  const oldest = await bench.waiting({ due: '2026-07-01', status: 'overdue', thresholds: [], number: 'oldest' });
  await bench.waiting({ due: '2026-08-11', status: 'overdue', thresholds: ['overdue'], fell: morning('2026-08-12') });
  const seen = await bench.waiting({ due: '2026-08-13', status: 'overdue', fell: morning('2026-08-13') });
  await bench.waiting({ due: '2026-09-30', thresholds: [] });
  await bench.waiting({ due: '2026-08-12', status: 'met', thresholds: [] });
  // Late, done within the week; done long ago; of others; no longer owed.
  await bench.waiting({ due: '2026-08-10', status: 'late', thresholds: [] });
  await bench.waiting({ due: '2026-06-10', status: 'met', thresholds: [] });
  await bench.waiting({ due: '2026-08-11', status: 'overdue', lapse: true, thresholds: [] });
  await bench.waiting({ due: '2026-08-11', status: 'void', thresholds: [] });
  await bench.prisma.alert.updateMany({ data: { state: 'queued' } });
  await bench.prisma.alert.updateMany({ where: { matterId: seen }, data: { state: 'acknowledged' } });

  expect(await weekly()).toEqual({ mails: 1 });
  const mail = await bench.mailOf(MONDAY);
  expect(mail).toMatchObject({ kind: 'weekly', toAddress: 'tst-001@thoihan.test', recipientId: OFFICE.provinceHead });
  expect(mail.text).toContain(
    '• Phòng THADS khu vực 1 (TST-KV1)\n  1 đang mở, 3 quá hạn (3 mới trong tuần), 2 đã xong, đã xác nhận 50 %',
  );
  expect(mail.text).not.toContain('TST-KV2');
  expect(mail.text).toContain('• TST-005 (TST-KV1): 3 quá hạn, lâu nhất từ 02/07/2026');
  expect(mail.text).toMatch(
    /QUÁ HẠN LÂU NHẤT.*\n\n• oldest: .*\(lần đầu\), cán bộ TST-005 \(TST-KV1\): hạn 01\/07\/2026/,
  );
  expect(mail.text).toContain(`/matters/${oldest}`);
  expect(`${mail.text}${mail.html}`).not.toContain('Bí Mật');
});

test('a repeat adds nothing, and every leader has one', async () => {
  await bench.waiting();
  await bench.prisma.officerRole.createMany({
    data: [OFFICE.handler, OFFICE.provinceHead].map(officerId => ({
      ...{ officerId, unitId: OFFICE.province, role: 'administrator' as const, validFrom: date('2020-01-01') },
    })),
  });
  expect(await Promise.all([weekly(), weekly()])).toEqual(expect.arrayContaining([{ mails: 2 }]));
  expect(await weekly()).toEqual({ mails: 0 });
  expect(await bench.prisma.outbox.count()).toBe(2);
});

test('an absent head is read for by who stands in', async () => {
  const days = { fromDay: date(MONDAY), toDay: date(MONDAY) };
  const head = OFFICE.provinceHead;
  await bench.prisma.absence.create({ data: { officerId: head, ...days, kind: 'leave' } });
  await bench.prisma.delegation.create({
    data: { delegatorId: head, delegateId: OFFICE.handler, ...days, basis: 'x' },
  });
  await bench.waiting();
  await weekly();
  const mail = await bench.mailOf(MONDAY);
  expect([mail.toAddress, mail.text.includes('thay cán bộ TST-001 đang vắng mặt')]).toEqual([
    'tst-002@thoihan.test',
    true,
  ]);
});

test.each([
  ['2026-08-18', 'a Tuesday after a working Monday', 0],
  ['2026-08-16', 'a Sunday', 0],
  ['2026-09-03', 'the Thursday after National Day and the Monday given for it', 1],
  ['2026-01-02', 'a Friday after New Year, the days before worked', 0],
  ['2025-04-28', 'a Monday', 1],
] as const)('%s, %s: %i mails', async (day, _, mails) => {
  await bench.waiting();
  expect(await weekly(day)).toEqual({ mails });
});

test('a week that begins with days off opens on its first working day', async () => {
  await bench.waiting();
  // Hùng Kings’ Day of 2026 fell on a Sunday: Monday 27/04 is off.
  expect(await weekly('2026-04-27')).toEqual({ mails: 0 });
  expect(await weekly('2026-04-28')).toEqual({ mails: 1 });
});
