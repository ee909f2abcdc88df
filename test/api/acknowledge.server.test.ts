import type { InjectOptions } from 'fastify';
import { simpleParser } from 'mailparser';
import { createMailActivities, openRelay } from '../../activities/mail';
import { signLink } from '../../activities/mail/links';
import { buildServer } from '../../api/server';
import { instantOf, officialCalendar, toIso, vietnamDay } from '../../law';
import { OFFICE } from '../support/database';
import { LINK_KEYS } from '../support/link-keys';
import { startRelay } from '../support/relay';
import { type Reminder, remindedOf } from './reminders';
import { type LivingApi, openLivingApi } from './support';

let api: LivingApi;
beforeAll(async () => {
  api = await openLivingApi();
}, 60_000);
afterAll(() => api.close(), 30_000);

const today = vietnamDay(Date.now());
const daysFromNow = (n: number): string => toIso(today + n);
const reminded = (more: Parameters<typeof remindedOf>[1] = {}) => remindedOf(api, more);
const compact = (iso: string): string => iso.replaceAll('-', '');

const linkFor = ({ alertId }: Reminder, officerId: string = OFFICE.enforcer1, until = daysFromNow(30)): string =>
  `/acknowledge/${signLink(LINK_KEYS, { alertId, officerId, until: compact(until) })}`;

async function ask(options: InjectOptions, app = api.app) {
  const answer = await app.inject(options);
  const page = String(answer.body);
  // Whatever it says: no party, and nothing that leads out of the page.
  expect(page).not.toMatch(/Nguyễn Văn Thử|Cán bộ TST/);
  expect(page).not.toMatch(/<script|<img|https?:\/\//);
  return { status: answer.statusCode, page, headers: answer.headers };
}
const open = (url: string) => ask({ method: 'GET', url });
const press = (url: string, promisedOn?: string, app = api.app) =>
  ask(
    {
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: promisedOn === undefined ? '' : `promisedOn=${encodeURIComponent(promisedOn)}`,
    },
    app,
  );
const acknowledgements = ({ alertId }: Reminder) =>
  api.database.prisma.acknowledgement.findMany({ where: { alertId } });
const alertState = async ({ alertId }: Reminder) =>
  (await api.database.prisma.alert.findUniqueOrThrow({ where: { id: alertId } })).state;

test('opening the link changes nothing, however often; the button acknowledges, once', async () => {
  const reminder = await reminded();
  const url = linkFor(reminder);
  for (const method of ['GET', 'HEAD', 'GET'] as const) {
    const { status, page, headers } = await ask({ method, url });
    expect(status).toBe(200);
    if (method === 'GET') {
      expect(page).toContain('<form method="post">');
      expect(page.match(/<button/g)).toHaveLength(1);
      expect(page).toContain('Ra quyết định thi hành án theo yêu cầu');
    }
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'content-security-policy': expect.stringMatching(
        /default-src 'none'.*form-action 'self'.*frame-ancestors 'none'/,
      ),
    });
  }
  expect(await alertState(reminder)).toBe('queued');

  const pressed = await press(url, daysFromNow(3));
  expect(pressed.status).toBe(200);
  expect(pressed.page).toContain('Đã ghi nhận');
  expect(pressed.page).toContain(daysFromNow(3).split('-').reverse().join('/'));
  expect(await alertState(reminder)).toBe('acknowledged');
  expect(await acknowledgements(reminder)).toMatchObject([
    { officerId: OFFICE.enforcer1, promisedOn: new Date(`${daysFromNow(3)}T00:00:00Z`) },
  ]);

  for (const again of [await open(url), await press(url), await press(url, daysFromNow(9))]) {
    expect(again.status).toBe(200);
    expect(again.page).toContain('Đã xác nhận trước đó');
    expect(again.page).toContain('Acknowledged before');
    expect(again.page).not.toContain('<form');
  }
  expect(await acknowledgements(reminder)).toHaveLength(1);
});

test('pressed twice at the same moment it is recorded once, and both are told so', async () => {
  const reminder = await reminded();
  const url = linkFor(reminder);
  const both = await Promise.all([press(url), press(url), press(url, daysFromNow(2))]);
  for (const { status, page } of both) {
    expect(status).toBe(200);
    expect(page).toMatch(/Đã ghi nhận|Đã xác nhận trước đó/);
  }
  expect(await acknowledgements(reminder)).toHaveLength(1);
});

test('from the digest to the press: the link a relay receives works, the one in the outbox does not', async () => {
  const reminder = await reminded();
  const { prisma, pool } = api.database;
  await prisma.alert.updateMany({ data: { state: 'cancelled' } });
  await prisma.alert.update({
    where: { id: reminder.alertId },
    data: { state: 'waiting', channel: 'digest', outboxId: null },
  });
  const smtp = await startRelay();
  const relay = openRelay({ smtpUrl: smtp.url, from: 'thoihan@thads.test' });
  const day = officialCalendar().isWorking(today) ? today : officialCalendar().addWorking(today, 1);
  const now = instantOf(day, 7 * 60 + 30);
  const mail = createMailActivities(
    { pool, mail: api.deps.mail, publicUrl: api.deps.publicUrl, linkKeys: LINK_KEYS },
    relay,
  );
  try {
    expect(await mail.composeDigests({ day: toIso(day), now })).toMatchObject({ mails: 1, alerts: 1 });
    await mail.dispatchMail({ now });
  } finally {
    relay.close();
    await smtp.close();
  }
  const { text, html } = await simpleParser(smtp.accepted[0]!);
  const [, received] = /http:\/\/127\.0\.0\.1:4000(\/acknowledge\/\S+)/.exec(text ?? '') ?? [];
  expect(html).toContain(`href="http://127.0.0.1:4000${received}"`);
  const kept = await prisma.outbox.findFirstOrThrow({ where: { kind: 'digest' } });
  const [bare] = /\/acknowledge\/\S+/.exec(kept.text) ?? [];
  expect((await press(bare!)).page).toContain('Đường dẫn chưa được ký');
  expect((await press(received!)).page).toContain('Đã ghi nhận');
  expect(await alertState(reminder)).toBe('acknowledged');
});

describe('of no use', () => {
  const refused = async (url: string, reminder: Reminder, status: number, vi: string, en: string) => {
    for (const answer of [await open(url), await press(url)]) {
      expect(answer.status).toBe(status);
      expect(answer.page).toContain(vi);
      expect(answer.page).toContain(en);
      expect(answer.page).not.toContain('<form');
    }
    expect(await acknowledgements(reminder)).toEqual([]);
  };

  test('forged', async () => {
    const reminder = await reminded();
    const url = linkFor(reminder);
    const other = url.replace(/\.(\d{8})\./, (_, until) => `.${Number(until) + 1}.`);
    await refused(other, reminder, 403, 'Đường dẫn không hợp lệ', 'The link is not valid');
    await refused(url.slice(0, -9), reminder, 404, 'Đường dẫn không đầy đủ', 'The link is incomplete');
  });

  test('as it stands in the outbox', async () => {
    const reminder = await reminded();
    const bare = `/acknowledge/${reminder.alertId}~${compact(daysFromNow(30))}`;
    await refused(bare, reminder, 404, 'Đường dẫn chưa được ký', 'The link is not signed');
  });

  test('expired', async () => {
    const reminder = await reminded();
    const url = linkFor(reminder, OFFICE.enforcer1, daysFromNow(-1));
    await refused(url, reminder, 410, 'Đường dẫn đã hết hạn', 'The link has expired');
  });

  test('for another officer', async () => {
    const reminder = await reminded();
    const theirs = linkFor(reminder, OFFICE.enforcer2);
    await refused(theirs, reminder, 403, 'Nhắc việc này gửi cho cán bộ khác', 'This reminder is for another officer');
  });

  test('for an officer who has left', async () => {
    const reminder = await reminded({ recipientId: OFFICE.enforcer3 });
    const { prisma } = api.database;
    await prisma.officer.update({ where: { id: OFFICE.enforcer3 }, data: { active: false } });
    await refused(linkFor(reminder, OFFICE.enforcer3), reminder, 403, 'cán bộ khác', 'another officer');
    await prisma.officer.update({ where: { id: OFFICE.enforcer3 }, data: { active: true } });
  });

  test('the matter was given to another officer', async () => {
    const reminder = await reminded();
    await api.post(`/v1/matters/${reminder.matterId}/assignment`, { officer: 'TST-006' });
    await refused(
      linkFor(reminder),
      reminder,
      409,
      'Việc đã giao cho cán bộ khác',
      'The matter was given to another officer',
    );
    // The one who has it now may.
    expect((await press(linkFor(reminder, OFFICE.enforcer2))).page).toContain('Đã ghi nhận');
  });

  test('done meanwhile', async () => {
    const reminder = await reminded();
    const done = await api.post(`/v1/matters/${reminder.matterId}/events`, {
      event: 'decision-issued',
      occurredOn: daysFromNow(0),
    });
    expect(done.status).toBe(201);
    await refused(linkFor(reminder), reminder, 409, 'Việc này đã làm xong', 'This is done already');
  });

  test('counted anew meanwhile: the new date is told', async () => {
    const reminder = await reminded({ on: daysFromNow(-20) });
    const corrected = await api.post(`/v1/matters/${reminder.matterId}/events/${reminder.eventId}/corrections`, {
      occurredOn: daysFromNow(0),
      reason: 'typing_error',
    });
    expect(corrected.status).toBe(201);
    await refused(linkFor(reminder), reminder, 409, 'Thời hạn này đã được tính lại', 'This limit was counted anew');
    expect((await open(linkFor(reminder))).page).toContain('Hạn mới: ');
  });

  test('the matter has ended', async () => {
    const reminder = await reminded();
    await api.database.prisma.matter.update({ where: { id: reminder.matterId }, data: { closedOn: new Date() } });
    await refused(linkFor(reminder), reminder, 409, 'Việc đã kết thúc', 'The matter has ended');
  });

  test('the reminder is gone', async () => {
    const reminder = await reminded();
    await api.database.prisma.alert.delete({ where: { id: reminder.alertId } });
    await refused(linkFor(reminder), reminder, 404, 'Không còn nhắc việc này', 'This reminder is no more');
  });
});

test('links without a valid signature, and expired ones, are seen by who administers', async () => {
  await api.database.pool.query('DELETE FROM link_refusal');
  const reminder = await reminded();
  const url = linkFor(reminder);
  const refusals = async () =>
    (await api.get('/v1/problems')).body
      .filter(({ kind }: { kind: string }) => kind.startsWith('links_'))
      .map((one: { kind: string; unit: string; officer: string | null; count: number }) => ({
        ...one,
        vi: '',
        en: '',
      }));
  // Cut short by a mail program, opened as it should be, opened again: no problem.
  await open(url.slice(0, -9));
  await press(url);
  await press(url);
  expect(await refusals()).toEqual([]);

  const forged = url.replace(/\.(\d{8})\./, (_, until) => `.${Number(until) + 1}.`);
  await Promise.all([open(forged), press(forged), open(forged)]);
  await open(`/acknowledge/${reminder.alertId}~${compact(daysFromNow(30))}`);
  await open(linkFor(reminder, OFFICE.enforcer1, daysFromNow(-1)));
  const none = { vi: '', en: '' };
  expect(await refusals()).toEqual([
    { kind: 'links_forged', unit: 'TST', officer: null, count: 4, ...none },
    { kind: 'links_expired', unit: 'TST-KV1', officer: 'TST-005', count: 1, ...none },
  ]);
  await api.database.pool.query('UPDATE link_refusal SET day = day - 7');
  expect(await refusals()).toEqual([]);
});

test('who reads the mail for an absent officer acknowledges under their own name', async () => {
  const reminder = await reminded({ readerId: OFFICE.enforcer2 });
  expect((await press(linkFor(reminder, OFFICE.enforcer2))).page).toContain('Đã ghi nhận');
  expect(await acknowledgements(reminder)).toMatchObject([{ officerId: OFFICE.enforcer2 }]);
});

test.each([
  [daysFromNow(-1), 'Ngày hẹn đã qua'],
  ['2027-02-31', 'không phải ngày có thật'],
  ['<b>mai</b>', 'không phải ngày có thật'],
])('a promise for %s is refused on the page, which keeps its button', async (promisedOn, why) => {
  const reminder = await reminded();
  const { status, page } = await press(linkFor(reminder), promisedOn);
  expect(status).toBe(422);
  expect(page).toContain('role="alert"');
  expect(page).toContain(why);
  expect(page).toContain('<button');
  expect(page).not.toContain('<b>');
  expect(await acknowledgements(reminder)).toEqual([]);
});

test('while Temporal is away the page says to press again later, and pressing again works', async () => {
  const reminder = await reminded();
  const away = await buildServer({ ...api.deps, temporal: () => Promise.reject(new Error('away')) });
  const { status, page } = await press(linkFor(reminder), daysFromNow(1), away);
  await away.close();
  expect(status).toBe(503);
  expect(page).toContain('Hãy bấm lại sau vài phút');
  expect(page).toContain('<button');
  expect((await press(linkFor(reminder), daysFromNow(1))).page).toContain('Đã ghi nhận');
});

test('a body that is none of a form is answered by a page as well', async () => {
  const url = linkFor(await reminded());
  const large = await press(url, 'x'.repeat(5000));
  expect([large.status, large.headers['content-type']]).toEqual([413, 'text/html; charset=utf-8']);
  const xml = await ask({ method: 'POST', url, headers: { 'content-type': 'text/xml' }, payload: '<x/>' });
  expect([xml.status, xml.headers['content-type']]).toEqual([415, 'text/html; charset=utf-8']);
});
