import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSecret, signedHeaders } from '../../activities/webhooks/signature';
import { openApi, type TestApi } from './support';

const SECRET = newSecret();
const NOW = Date.parse('2026-08-12T08:00:00+07:00');
const ID = '0f7c2a52-6f0e-8a6e-9a45-3f3f5b0c7d11';
const MAIL = { smtpUrl: 'smtp://127.0.0.1:9', from: 'thoihan@thads.test' };
const sample = readFileSync(join(__dirname, '../bounces/samples/exchange-online.eml'));

let api: TestApi;
beforeAll(async () => {
  api = await openApi({ mail: { ...MAIL, bounceSecret: SECRET }, now: () => NOW });
});
beforeEach(async () => {
  await api.database.pool.query('DELETE FROM outbox');
  await api.database.prisma.outbox.create({
    data: {
      ...{ id: ID, messageId: `<${ID}@thads.test>`, kind: 'digest', toAddress: 'tst-005@thoihan.test' },
      ...{ subject: 's', text: 't', state: 'accepted', attempts: 1, nextTryAt: new Date(), createdAt: new Date() },
      deliveries: { create: { attempt: 1, at: new Date(), state: 'accepted' } },
    },
  });
});
afterAll(() => api.close());

const tell = async (
  body: string | Buffer,
  {
    type = 'application/json',
    secret = SECRET,
    at = NOW,
    signed = body,
  }: { type?: string; secret?: string; at?: number; signed?: string | Buffer } = {},
) => {
  const headers = { ...signedHeaders([secret], 'report-1', String(signed), at), 'content-type': type };
  const answer = await api.app.inject({ method: 'POST', url: '/v1/bounces', headers, payload: body });
  return { status: answer.statusCode, body: answer.json() };
};
const state = async () => (await api.database.prisma.outbox.findUniqueOrThrow({ where: { id: ID } })).state;
const event = { reportId: 'e-1', messageId: `<${ID}@thads.test>`, recipient: 'tst-005@thoihan.test', action: 'failed' };

test('the report itself is taken, once', async () => {
  expect(await tell(sample, { type: 'message/rfc822' })).toEqual({ status: 202, body: { outcome: 'bounced' } });
  expect(await tell(sample, { type: 'message/rfc822' })).toEqual({ status: 202, body: { outcome: 'known' } });
  expect(await state()).toBe('bounced');
});

test('its gist is taken as JSON', async () => {
  const delayed = await tell(JSON.stringify({ ...event, action: 'delayed', status: '4.4.1' }));
  expect(delayed.body).toEqual({ outcome: 'delayed' });
  const failed = await tell(JSON.stringify({ ...event, envelopeId: ID, status: '5.1.1', code: 550 }));
  expect(failed).toEqual({ status: 202, body: { outcome: 'bounced' } });
  expect(await api.database.prisma.deliveryTask.findFirst({ orderBy: { openedAt: 'desc' } })).toMatchObject({
    status: '550 5.1.1',
  });
  expect((await tell(JSON.stringify({ ...event, messageId: '<x@y.test>' }))).body).toEqual({ outcome: 'foreign' });
  expect((await tell(Buffer.from('From: a@b.test\r\n\r\nHello'), { type: 'message/rfc822' })).body).toEqual({
    outcome: 'other',
  });
});

test.each<[string, Parameters<typeof tell>[1]]>([
  ['by another secret', { secret: newSecret() }],
  ['of another body', { signed: '{}' }],
  ['of six minutes ago', { at: NOW - 6 * 60_000 }],
])('a signature %s is refused, and nothing changes', async (_, how) => {
  expect(await tell(JSON.stringify({ ...event, status: '5.1.1' }), how)).toMatchObject({
    status: 403,
    body: { code: 'bad_signature' },
  });
  expect(await state()).toBe('accepted');
});

test('without a signature, without the setting, with what is neither JSON nor a message', async () => {
  const bare = await api.app.inject({ method: 'POST', url: '/v1/bounces', payload: event });
  expect(bare.statusCode).toBe(403);
  expect((await tell('not json')).status).toBe(400);
  expect((await tell(JSON.stringify({ ...event, action: 'lost' }))).body).toMatchObject({ code: 'invalid_request' });
  expect((await tell('<x/>', { type: 'text/xml' })).status).toBe(415);
  expect((await tell('x'.repeat(600_000))).status).toBe(413);
  const silent = await openApi({ mail: MAIL, now: () => NOW });
  const headers = { ...signedHeaders([SECRET], 'r', JSON.stringify(event), NOW), 'content-type': 'application/json' };
  const refused = await silent.app.inject({
    method: 'POST',
    url: '/v1/bounces',
    headers,
    payload: JSON.stringify(event),
  });
  await silent.close();
  expect(refused.statusCode).toBe(403);
});
