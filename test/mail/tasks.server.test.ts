import { randomUUID } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { dispatch } from '../../activities/mail/dispatch';
import { openRelay, type Relay } from '../../activities/mail/relay';
import { correctAddress, resolveTask } from '../../activities/mail/tasks';
import { OfficeRefused } from '../../activities/organisation/refused';
import { freshDatabase, OFFICE, seedOffice, type TestDatabase } from '../support/database';
import { LINK_KEYS } from '../support/link-keys';
import { type Behaviour, startRelay, type TestRelay } from '../support/relay';

jest.setTimeout(60_000);

const MINUTE = 60_000;
const NOW = Date.parse('2026-08-12T07:30:00+07:00');
const FROM = 'Thời Hạn <thoihan@thads.test>';
let database: TestDatabase;
let smtp: TestRelay;
let relay: Relay;

beforeAll(async () => {
  database = await freshDatabase();
  await seedOffice(database.prisma);
});
beforeEach(async () => {
  smtp = await startRelay();
  relay = openRelay({ smtpUrl: smtp.url, from: FROM }, { socketTimeoutMs: 10_000, mailTimeoutMs: 20_000 });
});
afterEach(async () => {
  relay.close();
  await smtp.close();
  await database.pool.query('DELETE FROM outbox');
  await database.pool.query('DELETE FROM delivery_task');
  await database.pool.query(`UPDATE officer SET email = lower(code) || '@thoihan.test'`);
});
afterAll(() => database.close());

async function pending(to = 'tst-005@thoihan.test', recipientId: string | null = OFFICE.enforcer1): Promise<string> {
  const id = randomUUID();
  await database.prisma.outbox.create({
    data: {
      id,
      messageId: `<${id}@thads.test>`,
      kind: 'digest',
      recipientId,
      toAddress: to,
      subject: 's',
      text: 't',
      nextTryAt: new Date(NOW),
      createdAt: new Date(NOW),
    },
  });
  return id;
}
const run = (now = NOW) =>
  dispatch({ pool: database.pool, relay, linkKeys: LINK_KEYS, elapsed: () => 0, heartbeat: () => undefined }, now);
const state = async (id: string) => (await database.prisma.outbox.findUniqueOrThrow({ where: { id } })).state;
const tasks = () => database.prisma.deliveryTask.findMany({ orderBy: { openedAt: 'asc' }, include: { mails: true } });
const idsOf = async (texts: readonly string[]) =>
  Promise.all(texts.map(async text => (await simpleParser(text)).messageId));

describe('an address that is refused', () => {
  test('opens one task for the unit, holds back what else is for it, and nothing is lost when it is corrected', async () => {
    smtp.plan('refuse');
    const first = await pending();
    await run();
    const second = await pending('TST-005@thoihan.test');
    const other = await pending('tst-006@thoihan.test', OFFICE.enforcer2);
    await run(NOW + MINUTE);
    expect(smtp.accepted).toHaveLength(1);
    expect([await state(first), await state(second), await state(other)]).toEqual([
      'bounced',
      'suppressed',
      'accepted',
    ]);
    const [task, ...more] = await tasks();
    expect(more).toEqual([]);
    expect(task).toMatchObject({
      reason: 'address_refused',
      officerId: OFFICE.enforcer1,
      unitId: OFFICE.branch1,
      address: 'tst-005@thoihan.test',
      holds: true,
      status: '550',
      closedAt: null,
    });
    expect(task!.mails.map(mail => mail.id).sort()).toEqual([first, second].sort());

    const corrected = await correctAddress(
      database.pool,
      { officerId: OFFICE.enforcer1, email: 'lan@thads.test', by: OFFICE.provinceHead },
      NOW + 2 * MINUTE,
    );
    expect(corrected).toEqual({ tasks: 1, mails: 2 });
    expect((await tasks())[0]).toMatchObject({ closedBy: OFFICE.provinceHead, resolution: 'address_corrected' });
    await run(NOW + 2 * MINUTE);
    expect([await state(first), await state(second)]).toEqual(['accepted', 'accepted']);
    expect(smtp.envelopes.slice(1).map(envelope => envelope.to)).toEqual(['lan@thads.test', 'lan@thads.test']);
    expect((await idsOf(smtp.accepted.slice(1))).sort()).toEqual(
      [`<${first}@thads.test>`, `<${second}@thads.test>`].sort(),
    );
    const { deliveries } = await database.prisma.outbox.findUniqueOrThrow({
      where: { id: first },
      include: { deliveries: { orderBy: { attempt: 'asc' } } },
    });
    expect(deliveries.map(one => one.state)).toEqual(['bounced', 'accepted']);
    const audit = await database.prisma.audit.findMany({ where: { action: 'correctAddress' } });
    expect(audit).toMatchObject([{ actor: OFFICE.provinceHead, object: `officer:${OFFICE.enforcer1}` }]);
    expect(JSON.stringify(audit[0]!.detail)).not.toContain('@');
  });

  test('several refusals of one address are one task', async () => {
    smtp.plan('refuse', 'refuse', 'refuse');
    const ids = await Promise.all([pending(), pending(), pending()]);
    await run();
    const [task, ...more] = await tasks();
    expect(more).toEqual([]);
    expect(task!.mails.map(mail => mail.id).sort()).toEqual(ids.sort());
  });

  test('may be right after all: the same mails go out again, to the same address', async () => {
    smtp.plan('refuse');
    const id = await pending();
    await run();
    const taskId = (await tasks())[0]!.id;
    expect(await resolveTask(database.pool, { taskId, action: 'again', by: 'system' }, NOW + MINUTE)).toBe(1);
    await run(NOW + MINUTE);
    expect(await state(id)).toBe('accepted');
    await expect(resolveTask(database.pool, { taskId, action: 'again', by: 'system' }, NOW)).rejects.toMatchObject({
      code: 'task_closed',
    });
  });

  test('may be given up: nothing of it is sent any more, later mails are tried', async () => {
    smtp.plan('refuse');
    const id = await pending();
    await run();
    const taskId = (await tasks())[0]!.id;
    expect(await resolveTask(database.pool, { taskId, action: 'drop', by: 'system' }, NOW)).toBe(0);
    const later = await pending();
    await run(NOW + MINUTE);
    expect([await state(id), await state(later)]).toEqual(['bounced', 'accepted']);
  });
});

test('an address that is none is never sent to, and is a task; corrected, the mail goes out', async () => {
  const id = await pending('lan thads.gov.vn');
  expect(await run()).toMatchObject({ bounced: 1 });
  expect(smtp.received).toEqual([]);
  expect((await tasks())[0]).toMatchObject({ reason: 'bad_address', holds: true });
  await correctAddress(database.pool, { officerId: OFFICE.enforcer1, email: 'lan@thads.test', by: 'system' }, NOW);
  await run(NOW);
  expect(await state(id)).toBe('accepted');
});

test.each<[string, Behaviour, string]>([
  ['the text is refused', { code: 554, says: '5.7.1 Rejected by content filter', to: 'text' }, '554 5.7.1'],
  ['the mailbox is full', { code: 552, says: '5.2.2 Mailbox full', to: 'recipient' }, '552 5.2.2'],
  ['we are not liked', { code: 550, says: '5.7.1 SPF fail', to: 'recipient' }, '550 5.7.1'],
])('when %s the address is not held to blame: later mails are tried', async (_, behaviour, status) => {
  smtp.plan(behaviour);
  const id = await pending();
  await run();
  expect((await tasks())[0]).toMatchObject({ reason: 'mail_refused', holds: false, status });
  const later = await pending();
  await run(NOW + MINUTE);
  expect([await state(id), await state(later)]).toEqual(['bounced', 'accepted']);
});

test('five days of deferrals end in a task; sent again, the mail has five days again', async () => {
  smtp.plan('greylist', 'greylist');
  const id = await pending();
  await database.prisma.outbox.update({ where: { id }, data: { createdAt: new Date(NOW - 6 * 24 * 60 * MINUTE) } });
  await run();
  expect((await tasks())[0]).toMatchObject({ reason: 'given_up', status: '451' });
  await resolveTask(database.pool, { taskId: (await tasks())[0]!.id, action: 'again', by: 'system' }, NOW + MINUTE);
  expect(await run(NOW + MINUTE)).toMatchObject({ deferred: 1 });
  expect(await state(id)).toBe('deferred');
  expect(await tasks()).toHaveLength(1);
});

test('a mail whose fate stays unknown is a task once; sent again by a person, it gets two attempts more', async () => {
  smtp.plan('drop-after-data', 'drop-after-data', 'drop-after-data', 'drop-after-data');
  const id = await pending();
  await run();
  expect(await tasks()).toEqual([]);
  await run(NOW + 15 * MINUTE);
  await run(NOW + 60 * MINUTE);
  const [task, ...more] = await tasks();
  expect(more).toEqual([]);
  expect(task).toMatchObject({ reason: 'unknown_fate', holds: false, mails: [{ id }] });
  const again = NOW + 2 * 60 * MINUTE;
  await resolveTask(database.pool, { taskId: task!.id, action: 'again', by: 'system' }, again);
  await run(again);
  expect(await tasks()).toHaveLength(1);
  await run(again + 15 * MINUTE);
  await run(again + 60 * MINUTE);
  expect(smtp.received).toHaveLength(4);
  const open = (await tasks()).filter(one => one.closedAt === null);
  expect(open).toMatchObject([{ reason: 'unknown_fate' }]);
  await resolveTask(database.pool, { taskId: open[0]!.id, action: 'drop', by: 'system' }, again + 60 * MINUTE);
  await run(again + 120 * MINUTE);
  expect((await tasks()).every(one => one.closedAt !== null)).toBe(true);
});

describe('the address of an officer', () => {
  const correct = (email: string, officerId: string = OFFICE.enforcer1) =>
    correctAddress(database.pool, { officerId, email, by: 'system' }, NOW);

  test.each([
    ['not an address', 'wrong_address'],
    ['TST-006@thoihan.test', 'address_taken'],
  ])('%j is refused: %s', async (email, code) => {
    const refusal = await correct(email).catch(error => error);
    expect(refusal).toBeInstanceOf(OfficeRefused);
    expect(refusal).toMatchObject({ code, field: 'email' });
    expect((await database.prisma.officer.findUniqueOrThrow({ where: { id: OFFICE.enforcer1 } })).email).toBe(
      'tst-005@thoihan.test',
    );
  });

  test('taken by another, it is refused by the database as well, whatever the case of its letters', async () => {
    const twice = database.prisma.officer.update({
      where: { id: OFFICE.enforcer1 },
      data: { email: 'TST-006@thoihan.test' },
    });
    await expect(twice).rejects.toMatchObject({ code: 'P2002' });
  });

  test('changed, is where mails that wait go; those that arrived stay where they went', async () => {
    const sent = await pending();
    await run();
    const waits = await pending();
    await correct('moi@thads.test');
    await run(NOW + MINUTE);
    expect(smtp.envelopes.map(envelope => envelope.to)).toEqual(['tst-005@thoihan.test', 'moi@thads.test']);
    expect([await state(sent), await state(waits)]).toEqual(['accepted', 'accepted']);
  });

  test('of nobody', async () => {
    await expect(correct('a@thads.test', randomUUID())).rejects.toMatchObject({ code: 'unknown_officer' });
  });
});

test('mails per minute: no more than allowed in a minute of the clock, by two workers together', async () => {
  await Promise.all(Array.from({ length: 25 }, () => pending()));
  const limited = (now: number) =>
    dispatch(
      { pool: database.pool, relay, linkKeys: LINK_KEYS, perMinute: 10, elapsed: () => 0, heartbeat: () => undefined },
      now,
    );
  const [a, b] = await Promise.all([limited(NOW), limited(NOW)]);
  expect(a.accepted + b.accepted).toBe(10);
  expect(await limited(NOW + 59_999)).toMatchObject({ accepted: 0 });
  expect(await limited(NOW + MINUTE)).toMatchObject({ accepted: 10 });
  expect(await limited(NOW + 2 * MINUTE)).toMatchObject({ accepted: 5 });
});
