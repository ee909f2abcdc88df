import { randomUUID } from 'node:crypto';
import { createMailActivities, openRelay } from '../../activities/mail';
import { OFFICE } from '../support/database';
import { LINK_KEYS } from '../support/link-keys';
import { startRelay, type TestRelay } from '../support/relay';
import { DAY, type DigestBench, date as day, type Given, MAIL as mail, NOW, openDigests } from './digest-bench';

jest.setTimeout(60_000);

let bench: DigestBench;
beforeEach(async () => {
  bench = await openDigests();
});
afterEach(() => bench.close());

const waiting = (given?: Given) => bench.waiting(given);
const compose = (on?: string, now?: number) => bench.compose(on, now);
const mails = () => bench.mails();
const states = () => bench.states();

test('each officer gets one mail of what is new, with the totals of what is open', async () => {
  const first = await waiting({ due: '2026-08-10', status: 'overdue', thresholds: ['due', 'overdue'] });
  await waiting({ due: '2026-08-14' });
  await waiting({ officerId: OFFICE.enforcer2, due: '2026-08-20' });
  await waiting({ thresholds: [], due: '2026-08-13' });
  expect(await compose()).toEqual({ mails: 2, alerts: 4, workingDay: true });
  const [one, two] = await mails();
  expect(one).toMatchObject({
    kind: 'digest',
    toAddress: 'tst-005@thoihan.test',
    recipientId: OFFICE.enforcer1,
    subject: '[Thời Hạn] 12/08/2026: 1 quá hạn, 1 trong tuần',
    forDay: day(DAY),
    state: 'pending',
    nextTryAt: new Date(NOW),
  });
  expect(one!.text).toContain('Đang phụ trách: 1 quá hạn, 2 đến hạn trong 5 ngày làm việc tới.');
  expect(one!.text).toContain('khoản 1 Điều 37');
  expect(one!.text).toContain(`http://thoihan.test/matters/${first}`);
  expect(one!.text).toContain('2 thời hạn mới, 0 gần hơn, quá hạn hoặc tính lại, 0 đã giải quyết; 0 đã báo không đổi.');
  expect(one!.text.match(/• /g)).toHaveLength(2);
  expect(two).toMatchObject({ toAddress: 'tst-006@thoihan.test' });
  expect(await states()).toEqual(['queued', 'queued', 'queued', 'queued']);
});

test('no mail names a party', async () => {
  await waiting();
  await compose();
  for (const { subject, text, html } of await mails()) {
    expect(`${subject} ${text} ${html}`).not.toContain('Bí Mật');
    expect(`${subject} ${text} ${html}`).not.toContain('Cán bộ TST');
  }
});

test('a repeat is harmless; what comes later that day waits for the next working day', async () => {
  await waiting();
  expect(await compose()).toMatchObject({ mails: 1 });
  expect(await compose()).toEqual({ mails: 0, alerts: 0, workingDay: true });
  await bench.handOver();
  await waiting();
  expect(await compose()).toMatchObject({ mails: 0 });
  expect(await compose('2026-08-13', NOW + 86_400_000)).toEqual({ mails: 1, alerts: 1, workingDay: true });
  const both = await mails();
  expect(both).toHaveLength(2);
  expect(new Set(both.map(row => row.messageId)).size).toBe(2);
});

test('two at once write each mail once', async () => {
  for (const officerId of [OFFICE.enforcer1, OFFICE.enforcer2, OFFICE.enforcer3]) await waiting({ officerId });
  const both = await Promise.all([compose(), compose()]);
  expect(both[0].mails + both[1].mails).toBe(3);
  expect(await mails()).toHaveLength(3);
});

test('one officer’s trouble is reported, and costs nobody else the mail', async () => {
  await waiting({ officerId: OFFICE.enforcer1 });
  await compose();
  const { messageId } = (await mails())[0]!;
  await bench.prisma.outbox.deleteMany();
  await bench.prisma.alert.updateMany({ data: { state: 'waiting' } });
  // A row that has the Message-ID already, so that the mail cannot be written.
  await bench.prisma.outbox.create({
    data: {
      id: randomUUID(),
      messageId,
      kind: 'urgent',
      toAddress: 'z@thoihan.test',
      subject: 's',
      text: 't',
      nextTryAt: new Date(NOW),
      createdAt: new Date(NOW),
    },
  });
  await waiting({ officerId: OFFICE.enforcer2 });
  await waiting({ officerId: OFFICE.enforcer3 });
  await expect(compose()).rejects.toThrow('digests of 1 officers failed on 2026-08-12');
  expect((await mails()).map(one => one.toAddress)).toEqual([
    'tst-006@thoihan.test',
    'tst-007@thoihan.test',
    'z@thoihan.test',
  ]);
  expect((await states()).sort()).toEqual(['queued', 'queued', 'waiting']);
});

test.each([
  ['2026-08-15', 'a Saturday'],
  ['2026-09-02', 'National Day'],
])('%s, %s: nothing is composed', async on => {
  await waiting();
  expect(await compose(on)).toEqual({ mails: 0, alerts: 0, workingDay: false });
  expect(await states()).toEqual(['waiting']);
});

test('what was done, replaced or voided since is not told any more', async () => {
  await waiting({ status: 'met' });
  await waiting({ status: 'void' });
  await waiting({ current: false });
  expect(await compose()).toEqual({ mails: 0, alerts: 0, workingDay: true });
  expect(await states()).toEqual(['cancelled', 'cancelled', 'cancelled']);
  expect(await mails()).toEqual([]);
});

test('urgent alerts are none of the digest’s business', async () => {
  await waiting({ channel: 'at_once' });
  expect(await compose()).toMatchObject({ mails: 0 });
});

test('the closing of a window is told as such, and counts as nobody’s delay', async () => {
  await waiting({ due: '2026-08-11', status: 'overdue', lapse: true });
  await compose();
  const [one] = await mails();
  expect(one!.subject).toBe('[Thời Hạn] 12/08/2026: 1 đã hết');
  expect(one!.text).toContain('Đang phụ trách: 0 quá hạn, 0 đến hạn');
});

test('a head is told whose matter it is, and the totals of the units below', async () => {
  await waiting({ recipientId: OFFICE.branch1Head, due: '2026-08-10', status: 'overdue' });
  await waiting({ officerId: OFFICE.enforcer2, due: '2026-08-10', status: 'overdue', thresholds: [] });
  await waiting({ recipientId: OFFICE.provinceHead, due: '2026-08-10', status: 'overdue' });
  await compose();
  const [province, branch] = await mails();
  expect(province!.toAddress).toBe('tst-001@thoihan.test');
  for (const one of [branch, province]) {
    expect(one!.text).toContain('(cán bộ TST-005)');
    expect(one!.text).toContain('Đang phụ trách: 3 quá hạn');
  }
});

describe('an absent officer', () => {
  beforeEach(async () => {
    await bench.prisma.absence.create({
      data: { officerId: OFFICE.enforcer1, fromDay: day('2026-08-10'), toDay: day(DAY), kind: 'leave' },
    });
  });
  const standIn = (fromDay: string, toDay: string) =>
    bench.prisma.delegation.create({
      data: {
        delegatorId: OFFICE.enforcer1,
        delegateId: OFFICE.enforcer2,
        fromDay: day(fromDay),
        toDay: day(toDay),
        basis: 'QĐ 12',
      },
    });

  test('is read for by the delegate, who also gets a mail of his own', async () => {
    await standIn('2026-08-01', '2026-08-31');
    await waiting();
    await waiting({ officerId: OFFICE.enforcer2 });
    expect(await compose()).toMatchObject({ mails: 2 });
    const both = await mails();
    expect(both.map(one => one.toAddress)).toEqual(['tst-006@thoihan.test', 'tst-006@thoihan.test']);
    expect(both.filter(one => one.text.includes('thay cán bộ TST-005 đang vắng mặt'))).toHaveLength(1);
  });

  test.each([
    ['nobody stands in', null],
    ['the delegation is over', ['2026-08-01', '2026-08-11'] as const],
  ])('gets one mail when back, when %s', async (_, range) => {
    if (range) await standIn(...range);
    await waiting();
    expect(await compose()).toMatchObject({ mails: 0 });
    expect(await states()).toEqual(['waiting']);
    expect(await compose('2026-08-13', NOW + 86_400_000)).toMatchObject({ mails: 1, alerts: 1 });
    expect((await mails())[0]!.toAddress).toBe('tst-005@thoihan.test');
  });

  test('is back on the day after', async () => {
    await standIn('2026-08-01', '2026-08-31');
    await waiting();
    await compose('2026-08-13');
    expect((await mails())[0]!.toAddress).toBe('tst-005@thoihan.test');
  });
});

test('the mail of an officer who has left goes to the head of the unit', async () => {
  await bench.prisma.officer.update({ where: { id: OFFICE.enforcer1 }, data: { active: false } });
  await waiting();
  await compose();
  expect((await mails())[0]!.toAddress).toBe('tst-003@thoihan.test');
});

test('a duty that the law no longer has is still told of', async () => {
  await waiting({ dutyId: 'struck-out' });
  expect(await compose()).toMatchObject({ mails: 1 });
  expect((await mails())[0]!.text).toContain('QĐ-THADS: struck-out\n');
});

test('a limit in hours shows its minute', async () => {
  await waiting({ dueAt: new Date('2026-08-12T14:30:00+07:00') });
  await compose();
  expect((await mails())[0]!.text).toContain('Hạn 14:30 12/08/2026');
});

describe('from the outbox to the relay', () => {
  let smtp: TestRelay;
  beforeEach(async () => {
    smtp = await startRelay();
  });
  afterEach(() => smtp.close());

  test('digests go out, and an urgent mail joins the thread of its matter', async () => {
    const relay = openRelay({ ...mail, smtpUrl: smtp.url });
    const desk = { pool: bench.pool, mail, linkKeys: LINK_KEYS, publicUrl: 'http://thoihan.test' };
    const sending = createMailActivities(desk, relay);
    try {
      const matterId = await waiting({ channel: 'at_once', number: 'khẩn' });
      const id = randomUUID();
      await bench.prisma.outbox.create({
        data: {
          id,
          messageId: `<${id}@thads.test>`,
          kind: 'urgent',
          toAddress: 'a@b.vn',
          subject: 's',
          text: 't',
          nextTryAt: new Date(NOW),
          createdAt: new Date(NOW),
        },
      });
      await bench.prisma.alert.updateMany({ where: { matterId }, data: { state: 'queued', outboxId: id } });
      await waiting();
      await sending.composeDigests({ day: DAY, now: NOW });
      expect(await sending.dispatchMail({ now: NOW })).toEqual({ accepted: 2, deferred: 0, bounced: 0, unknown: 0 });
      const urgent = smtp.accepted.find(text => text.includes('List-ID: <urgent.thads.test>'))!;
      expect(urgent).toContain(`References: <matter-${matterId}@thads.test>`);
      const digest = smtp.accepted.find(text => text.includes('List-ID: <digest.thads.test>'))!;
      expect(digest).not.toMatch(/^References:/m);
    } finally {
      relay.close();
    }
  });
});
