import { newSecret, signatureHolds, signedHeaders } from '../../activities/webhooks/signature';
import {
  addressAllowed,
  guardedLookup,
  STRICT,
  targetFault,
  type WebhookPolicy,
} from '../../activities/webhooks/target';
import { loadSettings } from '../../config/settings';

const LOOSE: WebhookPolicy = { loopback: true, networks: ['10.20.0.0/16', 'fd12::/16'] };

test.each([
  ['93.184.216.34', true],
  ['2606:4700::6810:84e5', true],
  ['127.0.0.1', false],
  ['127.8.9.1', false],
  ['0.0.0.0', false],
  ['10.20.1.1', false],
  ['100.64.0.1', false],
  ['169.254.169.254', false],
  ['172.16.0.1', false],
  ['172.32.0.1', true],
  ['192.168.1.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::', false],
  ['::1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:10.0.0.1', false],
  ['::ffff:93.184.216.34', true],
  ['64:ff9b::a00:1', false],
  ['2002:7f00:1::', false],
  ['fd12::1', false],
  ['fe80::1', false],
  ['not an address', false],
])('%s may be reached from a strict installation: %s', (address, may) => {
  expect(addressAllowed(address, STRICT)).toBe(may);
});

test.each([
  ['10.20.1.1', true],
  ['10.21.1.1', false],
  ['fd12::1', true],
  ['fd13::1', false],
  ['127.0.0.1', true],
  ['169.254.169.254', false],
])('named networks open themselves and nothing else: %s %s', (address, may) => {
  expect(addressAllowed(address, LOOSE)).toBe(may);
});

test.each([
  ['https://hooks.thads.gov.vn/thoihan?x=1', true, true],
  ['https://93.184.216.34:8443/', true, true],
  ['http://hooks.thads.gov.vn/', false, false],
  ['ftp://hooks.thads.gov.vn/', false, false],
  ['file:///etc/passwd', false, false],
  ['//hooks.thads.gov.vn', false, false],
  ['not an address', false, false],
  ['https://user:secret@hooks.thads.gov.vn/', false, false],
  ['https://hooks.thads.gov.vn/#x', false, false],
  [`https://hooks.thads.gov.vn/${'x'.repeat(2000)}`, false, false],
  ['https://localhost/', false, true],
  ['https://127.0.0.1/', false, true],
  ['https://127.1/', false, true],
  ['https://0x7f.0.0.1/', false, true],
  ['https://2130706433/', false, true],
  ['https://[::1]/', false, true],
  ['http://localhost:3000/x', false, true],
  ['http://127.0.0.1:3000/x', false, true],
  ['https://10.20.0.7/', false, true],
  ['https://10.99.0.7/', false, false],
  ['http://10.20.0.7/', false, false],
  ['https://169.254.169.254/latest/meta-data', false, false],
])('%s is taken by a strict installation: %s, by a loose one: %s', (url, strict, loose) => {
  expect(targetFault(url, STRICT) === null).toBe(strict);
  expect(targetFault(url, LOOSE) === null).toBe(loose);
});

test('a name is judged by what it resolves to, each time', async () => {
  const resolved = (policy: WebhookPolicy) =>
    new Promise((resolve, reject) =>
      guardedLookup(policy)('localhost', { all: true }, (error, addresses) =>
        error ? reject(error) : resolve(addresses),
      ),
    );
  await expect(resolved(STRICT)).rejects.toMatchObject({ code: 'EFORBIDDEN' });
  await expect(resolved(LOOSE)).resolves.toContainEqual(expect.objectContaining({ family: expect.any(Number) }));
});

describe('signatures', () => {
  const NOW = Date.parse('2026-08-12T07:30:00Z');
  const lower = (headers: object) => ({ ...headers }) as Record<string, string>;

  // The example every library of standardwebhooks.com is tested with.
  test('are those of the standard', () => {
    const headers = signedHeaders(
      ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
      'msg_p5jXN8AQM9LWM0D4loKWxJek',
      '{"test": 2432232314}',
      1_614_265_330_000,
    );
    expect(headers).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  test('hold for the message, its id and its time, by either secret of a change', () => {
    const [old, fresh, other] = [newSecret(), newSecret(), newSecret()];
    const headers = lower(signedHeaders([fresh, old], 'm-1', '{}', NOW));
    expect(signatureHolds(fresh, headers, '{}', NOW)).toBe(true);
    expect(signatureHolds(old, headers, '{}', NOW)).toBe(true);
    expect(signatureHolds(other, headers, '{}', NOW)).toBe(false);
    expect(signatureHolds(fresh, headers, '{ }', NOW)).toBe(false);
    expect(signatureHolds(fresh, { ...headers, 'webhook-id': 'm-2' }, '{}', NOW)).toBe(false);
    expect(signatureHolds(fresh, { ...headers, 'webhook-timestamp': String(NOW / 1000 + 1) }, '{}', NOW)).toBe(false);
    expect(signatureHolds(fresh, { ...headers, 'webhook-signature': 'v1,' }, '{}', NOW)).toBe(false);
    expect(signatureHolds(fresh, {}, '{}', NOW)).toBe(false);
  });

  test('five minutes early or late are a replay', () => {
    const secret = newSecret();
    const headers = lower(signedHeaders([secret], 'm-1', '{}', NOW));
    for (const off of [-300_000, 300_000]) expect(signatureHolds(secret, headers, '{}', NOW + off)).toBe(true);
    for (const off of [-301_000, 301_000]) expect(signatureHolds(secret, headers, '{}', NOW + off)).toBe(false);
  });
});

test('settings: networks are checked, loopback is off', () => {
  expect(loadSettings({}).webhooks).toEqual({ loopback: false, networks: [] });
  expect(loadSettings({ WEBHOOK_LOOPBACK: 'true', WEBHOOK_NETWORKS: '10.20.0.0/16, fd12::/16' }).webhooks).toEqual({
    loopback: true,
    networks: ['10.20.0.0/16', 'fd12::/16'],
  });
  for (const wrong of ['10.20.0.0', '10.20.0.0/33', 'fd12::/129', '10.20.0.0/16;', 'all']) {
    expect(() => loadSettings({ WEBHOOK_NETWORKS: wrong })).toThrow(/WEBHOOK_NETWORKS: .* \/ must be networks/);
  }
});
