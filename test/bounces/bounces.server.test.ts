import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMailbox } from '../../activities/bounces/mailbox';
import { recordReport } from '../../activities/bounces/record';
import type { DeliveryReport, RecipientReport } from '../../activities/bounces/report';
import { correctAddress } from '../../activities/mail/tasks';
import { freshDatabase, OFFICE, seedOffice, type TestDatabase } from '../support/database';
import { startImap, type TestImap } from './imap-server';

jest.setTimeout(60_000);

const NOW = Date.parse('2026-08-12T08:00:00+07:00');
const ID = '0f7c2a52-6f0e-8a6e-9a45-3f3f5b0c7d11';
const sample = (name: string): Buffer => readFileSync(join(__dirname, 'samples', `${name}.eml`));

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await seedOffice(database.prisma);
});
afterEach(async () => {
  for (const table of ['outbox', 'delivery_task', 'bounce_mailbox']) await database.pool.query(`DELETE FROM ${table}`);
  await database.pool.query(`UPDATE officer SET email = lower(code) || '@thoihan.test'`);
});
afterAll(() => database.close());

/** A mail that the relay took. */
async function sent(state: 'accepted' | 'unknown' | 'pending' = 'accepted', id = ID): Promise<string> {
  await database.prisma.outbox.create({
    data: {
      ...{ id, messageId: `<${id}@thads.test>`, kind: 'digest', recipientId: OFFICE.enforcer1 },
      ...{ toAddress: 'tst-005@thoihan.test', subject: 's', text: 't', state, attempts: 1 },
      nextTryAt: new Date(NOW),
      createdAt: new Date(NOW),
      deliveries: { create: { attempt: 1, at: new Date(NOW), state } },
    },
  });
  return id;
}
const mailOf = (id = ID) =>
  database.prisma.outbox.findUniqueOrThrow({ where: { id }, include: { deliveries: true, task: true, reports: true } });

const report = (about: Partial<RecipientReport> = {}, more: Partial<DeliveryReport> = {}): DeliveryReport => ({
  id: '<report-1@mx.test>',
  envelopeId: null,
  messageIds: [`<${ID}@thads.test>`],
  recipients: [
    {
      ...{ finalRecipient: 'tst-005@thoihan.test', originalRecipient: null },
      ...{ action: 'failed', status: '5.1.1', code: 550, ...about },
    },
  ],
  ...more,
});
const record = (one: DeliveryReport) => recordReport(database.pool, one, 'imap', NOW);

describe('a report', () => {
  test('of a mailbox that is gone makes the mail bounced, opens a task and holds the address; heard twice it is one', async () => {
    await sent();
    expect(await record(report())).toBe('bounced');
    expect(await record(report())).toBe('known');
    expect(await mailOf()).toMatchObject({
      state: 'bounced',
      deliveries: [{ state: 'bounced', response: 'report: failed 550 5.1.1' }],
      task: { reason: 'address_refused', holds: true, status: '550 5.1.1', officerId: OFFICE.enforcer1 },
      reports: [{ source: 'imap', action: 'failed' }],
    });
    expect(await database.prisma.deliveryTask.count()).toBe(1);
  });

  test('corrected and sent again, an old report changes nothing more', async () => {
    await sent();
    await record(report());
    await correctAddress(database.pool, { officerId: OFFICE.enforcer1, email: 'lan@thads.test', by: 'system' }, NOW);
    expect(await record(report({}, { id: '<report-2@mx.test>' }))).toBe('noted');
    expect(await mailOf()).toMatchObject({ state: 'pending', toAddress: 'lan@thads.test' });
  });

  test.each<[string, Partial<RecipientReport>, string]>([
    ['a full mailbox', { status: '5.2.2', code: 552 }, 'mail_refused'],
    ['a policy', { status: '5.7.1' }, 'mail_refused'],
    [
      'a forward that leads nowhere',
      { finalRecipient: 'x@elsewhere.test', originalRecipient: 'tst-005@thoihan.test' },
      'mail_refused',
    ],
    ['an unknown domain', { status: '5.4.4', code: null }, 'address_refused'],
  ])('of %s: %s', async (_, about, reason) => {
    await sent();
    expect(await record(report(about))).toBe('bounced');
    expect((await mailOf()).task).toMatchObject({ reason, holds: reason === 'address_refused' });
  });

  test('of a delay is noted on the attempt; the relay goes on trying, so nothing is sent again', async () => {
    await sent();
    expect(await record(report({ action: 'delayed', status: '4.4.1', code: null }))).toBe('delayed');
    expect(await mailOf()).toMatchObject({ state: 'accepted', task: null, deliveries: [{ state: 'deferred' }] });
    // A failure after the delay, under the same Message-ID of ours, is another thing said.
    expect(await record(report({}, { id: '<report-2@mx.test>' }))).toBe('bounced');
  });

  test('of an arrival ends the doubt about a mail of unknown fate', async () => {
    await sent('unknown');
    const task = await database.prisma.deliveryTask.create({
      data: {
        reason: 'unknown_fate',
        officerId: OFFICE.enforcer1,
        openedAt: new Date(NOW),
        mails: { connect: { id: ID } },
      },
    });
    expect(await record(report({ action: 'delivered', status: '2.1.5', code: null }))).toBe('arrived');
    expect(await mailOf()).toMatchObject({ state: 'accepted', deliveries: [{ state: 'accepted' }] });
    expect(await database.prisma.deliveryTask.findUniqueOrThrow({ where: { id: task.id } })).toMatchObject({
      resolution: 'cured',
    });
  });

  test('is found by the id of the envelope when it quotes nothing, and by nothing else is none of ours', async () => {
    await sent();
    expect(await record(report({}, { messageIds: ['<other@elsewhere.test>'] }))).toBe('foreign');
    expect(await record(report({}, { messageIds: [], envelopeId: 'not-one-of-ours' }))).toBe('foreign');
    expect(await record(report({}, { messageIds: [], envelopeId: randomUUID() }))).toBe('foreign');
    expect(await record(report({}, { messageIds: [], envelopeId: ID }))).toBe('bounced');
  });

  test('of several recipients, none of them ours, is none of ours', async () => {
    await sent();
    const [one] = report().recipients;
    const others = ['a@x.test', 'b@x.test'].map(finalRecipient => ({ ...one!, finalRecipient }));
    expect(await record(report({}, { recipients: others }))).toBe('foreign');
    expect((await mailOf()).state).toBe('accepted');
  });
});

describe('the mailbox', () => {
  let imap: TestImap;
  const warned: object[] = [];
  const read = (settings = imap.settings) =>
    readMailbox(
      { pool: database.pool, heartbeat: () => undefined, warn: fields => warned.push(fields) },
      settings,
      NOW,
    );
  beforeEach(async () => {
    imap = await startImap();
    warned.length = 0;
  });
  afterEach(() => imap.close());

  test('is read from where we are, read-only; what is no report is left alone', async () => {
    await sent();
    for (const name of ['out-of-office', 'postfix-failed', 'read-receipt']) imap.add(sample(name));
    expect(await read()).toMatchObject({ bounced: 1, other: 2 });
    expect(await mailOf()).toMatchObject({ state: 'bounced', reports: [{ source: 'imap' }] });
    expect(await read()).toMatchObject({ bounced: 0, other: 0, known: 0 });
    imap.add(sample('postfix-delayed'));
    expect(await read()).toMatchObject({ noted: 1 });
    expect(
      imap.commands.some(command =>
        /^(SELECT|STORE|UID (STORE|COPY|MOVE|EXPUNGE)|EXPUNGE|APPEND|CREATE)/.test(command),
      ),
    ).toBe(false);
    expect(imap.commands.filter(command => command.startsWith('EXAMINE'))).toHaveLength(3);
    expect(imap.commands.findLast(command => command.startsWith('UID FETCH'))).toMatch(/^UID FETCH 4:\*/);
  });

  test('broken off in the middle, it is gone on with where it stopped', async () => {
    await sent();
    for (const name of ['out-of-office', 'postfix-delayed', 'postfix-failed']) imap.add(sample(name));
    imap.state.hangUpAfter = 1;
    await read().catch(() => undefined);
    imap.state.hangUpAfter = Number.POSITIVE_INFINITY;
    await read();
    await read();
    expect((await mailOf()).state).toBe('bounced');
    expect((await mailOf()).reports.map(one => one.action).sort()).toEqual(['delayed', 'failed']);
  });

  test('renumbered, it is read anew, and what was heard before is known', async () => {
    await sent();
    imap.add(sample('postfix-failed'));
    await read();
    imap.renumber();
    expect(await read()).toMatchObject({ known: 1, bounced: 0 });
    expect(await database.prisma.deliveryTask.count()).toBe(1);
  });

  test.each([
    ['a wrong password', { password: 'wrong' }],
    ['a mailbox that is not there', { mailbox: 'Nowhere' }],
    ['nobody listening', { port: 9 }],
  ])('with %s the run fails, and says so', async (_, more) => {
    await expect(read({ ...imap.settings, ...more })).rejects.toThrow();
  });
});
