import { createHash, type createPublicKey, createVerify, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ClaimedMail, openRelay } from '../../activities/mail/relay';
import { loadSettings, type MailSettings, SettingsError } from '../../config/settings';
import { type Behaviour, startRelay, type TestRelay } from '../support/relay';

const ID = '0f7c2a52-6f0e-8a6e-9a45-3f3f5b0c7d11';
const MATTER = '5b0c7d11-6f0e-4a6e-9a45-0f7c2a526f0e';
const mail = (more: Partial<ClaimedMail> = {}): ClaimedMail => ({
  id: ID,
  messageId: `<${ID}@thads.test>`,
  kind: 'urgent',
  to: 'chv.lan@thads.test',
  recipientId: null,
  subject: '[Thời Hạn] Khẩn, hạn 14:30 12/08/2026: 123/QĐ-THADS',
  text: 'Thời hạn sau không chờ được bản tin sáng.  \n\n.\nHết\n\n\n',
  html: '<p>Thời hạn</p>',
  matterId: MATTER,
  attempt: 1,
  ...more,
});

/** Sends one mail through a relay that behaves as told; what came of it, and what the relay saw. */
async function handOver(settings: Partial<MailSettings>, given = mail(), ...plan: Behaviour[]) {
  const smtp = await startRelay();
  smtp.plan(...plan);
  const attempt = await sendTo(smtp, settings, given);
  return { attempt, smtp };
}

async function sendTo(smtp: TestRelay, settings: Partial<MailSettings>, given = mail()) {
  const relay = openRelay(
    { smtpUrl: smtp.url, from: 'Thời Hạn <thoihan@thads.test>', ...settings },
    { socketTimeoutMs: 10_000, mailTimeoutMs: 20_000 },
  );
  try {
    return await relay.send(given);
  } finally {
    relay.close();
    await smtp.close();
  }
}

/** Fields of a message by lower-case name, unfolded. */
function fieldsOf(message: string): Map<string, string> {
  const head = message.slice(0, message.indexOf('\r\n\r\n')).replace(/\r\n(?=[ \t])/g, '');
  return new Map(
    head
      .split('\r\n')
      .map(line => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
}

describe('header fields', () => {
  test('an urgent mail says that a machine wrote it, asks for no replies, and joins the thread of its matter', async () => {
    const { smtp } = await handOver({});
    const fields = fieldsOf(smtp.accepted[0]!);
    expect(fields.get('auto-submitted')).toBe('auto-generated');
    expect(fields.get('x-auto-response-suppress')).toBe('OOF, AutoReply, RN, NRN');
    expect(fields.get('references')).toBe(`<matter-${MATTER}@thads.test>`);
    expect(fields.get('in-reply-to')).toBe(`<matter-${MATTER}@thads.test>`);
    expect(fields.get('importance')).toBe('High');
    expect(fields.has('precedence')).toBe(false);
    expect(fields.has('list-unsubscribe')).toBe(false);
  });

  test('a digest is bulk mail of a list, in no thread', async () => {
    const { smtp } = await handOver({}, mail({ kind: 'digest', matterId: null }));
    const fields = fieldsOf(smtp.accepted[0]!);
    expect(fields.get('precedence')).toBe('bulk');
    expect(fields.get('list-id')).toBe('<digest.thads.test>');
    expect(fields.get('message-id')).toBe(`<${ID}@thads.test>`);
    for (const name of ['references', 'in-reply-to', 'importance', 'list-unsubscribe'])
      expect(fields.has(name)).toBe(false);
  });
});

test('the envelope asks for reports by the mail’s id, sent to the return path', async () => {
  const { smtp } = await handOver({ returnPath: 'bounces@thads.test' });
  expect(smtp.envelopes).toEqual([
    {
      from: 'bounces@thads.test',
      to: 'chv.lan@thads.test',
      args: expect.objectContaining({
        RET: 'HDRS',
        ENVID: ID,
        NOTIFY: 'FAILURE,DELAY',
        ORCPT: 'rfc822;chv.lan@thads.test',
      }),
    },
  ]);
  expect((await handOver({})).smtp.envelopes[0]!.from).toBe('thoihan@thads.test');
});

describe('DKIM', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const dkim = {
    domain: 'thads.test',
    selector: 'thoihan',
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };

  test('the signature holds for what the relay received, and breaks with one letter changed', async () => {
    const { smtp } = await handOver({ dkim });
    const [message] = smtp.accepted;
    expect(verifies(message!, publicKey)).toBe(true);
    expect(verifies(message!.replace('chv.lan', 'chv.lam'), publicKey)).toBe(false);
    expect(verifies(message!.replace('\r\n\r\n', '\r\n\r\n.'), publicKey)).toBe(false);
  });

  test.each<[Behaviour, string]>([
    ['drop-before-data', 'deferred'],
    ['drop-after-data', 'unknown'],
    ['refuse', 'bounced'],
  ])('signing leaves the judgement of a failed attempt as it is: %j is %s', async (behaviour, state) => {
    expect((await handOver({ dkim }, mail(), behaviour)).attempt.state).toBe(state);
  });
});

/** RFC 6376, relaxed/relaxed, rsa-sha256, written from the text of the RFC. */
function verifies(message: string, key: ReturnType<typeof createPublicKey>): boolean {
  const split = message.indexOf('\r\n\r\n');
  const fields = message
    .slice(0, split)
    .split(/\r\n(?![ \t])/)
    .map(raw => ({ name: raw.slice(0, raw.indexOf(':')), raw }));
  const signature = fields.find(field => field.name.toLowerCase() === 'dkim-signature')!;
  const tags = new Map(
    signature.raw
      .slice('dkim-signature:'.length)
      .replace(/\s+/g, '')
      .split(';')
      .filter(Boolean)
      .map(tag => [tag.slice(0, tag.indexOf('=')), tag.slice(tag.indexOf('=') + 1)]),
  );
  expect([tags.get('v'), tags.get('a'), tags.get('c'), tags.get('d'), tags.get('s')]).toEqual([
    '1',
    'rsa-sha256',
    'relaxed/relaxed',
    'thads.test',
    'thoihan',
  ]);
  const body =
    message
      .slice(split + 4)
      .split('\r\n')
      .map(line => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''))
      .join('\r\n')
      .replace(/(\r\n)*$/, '') + '\r\n';
  if (createHash('sha256').update(body).digest('base64') !== tags.get('bh')) return false;
  const relaxed = (raw: string) => {
    const at = raw.indexOf(':');
    const value = raw
      .slice(at + 1)
      .replace(/\r\n/g, '')
      .replace(/[ \t]+/g, ' ')
      .trim();
    return `${raw.slice(0, at).toLowerCase().trim()}:${value}`;
  };
  const left = [...fields];
  const signed = tags
    .get('h')!
    .split(':')
    .flatMap(name => {
      const at = left.findLastIndex(field => field.name.toLowerCase() === name.toLowerCase());
      return at < 0 ? [] : left.splice(at, 1).map(field => relaxed(field.raw));
    });
  for (const must of ['from', 'to', 'subject', 'message-id']) {
    expect(signed.some(line => line.startsWith(`${must}:`))).toBe(true);
  }
  const own = relaxed(signature.raw.replace(/(\bb=)[A-Za-z0-9+/=\s]+$/, '$1'));
  return createVerify('RSA-SHA256')
    .update([...signed, own].join('\r\n'))
    .verify(key, tags.get('b')!, 'base64');
}

describe('TLS', () => {
  // The server's built-in certificate is what these tests are about; it warns of it on the console.
  beforeEach(() => void jest.spyOn(console, 'error').mockImplementation());
  afterEach(() => void jest.mocked(console.error).mockRestore());

  test.each(['broken', 'implicit'] as const)(
    '%s: a certificate nobody vouches for stops the run, and burns no mail',
    async tls => {
      const smtp = await startRelay({ tls });
      const attempt = await sendTo(smtp, {});
      expect(attempt).toMatchObject({ state: 'deferred', relayDown: true });
      expect(attempt.response).toMatch(/certificate/i);
      expect(smtp.received).toEqual([]);
    },
  );

  test('TLS where the relay speaks none', async () => {
    const smtp = await startRelay();
    const attempt = await sendTo(smtp, { smtpUrl: smtp.url.replace('smtp:', 'smtps:') });
    expect(attempt).toMatchObject({ state: 'deferred', relayDown: true });
  });
});

describe('settings', () => {
  const dir = mkdtempSync(join(tmpdir(), 'thoihan-dkim-'));
  afterAll(() => rmSync(dir, { recursive: true }));
  const file = (name: string, content: string): string => {
    writeFileSync(join(dir, name), content);
    return join(dir, name);
  };
  const pem = (bits: number) =>
    generateKeyPairSync('rsa', { modulusLength: bits }).privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
  const ed25519 = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const good = file('good.pem', pem(2048));
  const env = (over: Record<string, string | undefined> = {}) => ({
    MAIL_FROM: 'Thời Hạn <thoihan@thihanhan.laocai.gov.vn>',
    MAIL_DKIM_DOMAIN: 'laocai.gov.vn',
    MAIL_DKIM_SELECTOR: 'thoihan',
    MAIL_DKIM_KEY_FILE: good,
    ...over,
  });

  test('a key file that can be used', () => {
    const { mail: settings } = loadSettings(env({ MAIL_PER_MINUTE: '60', MAIL_RETURN_PATH: 'b@laocai.gov.vn' }));
    expect(settings).toMatchObject({
      perMinute: 60,
      returnPath: 'b@laocai.gov.vn',
      dkim: { domain: 'laocai.gov.vn', selector: 'thoihan', privateKey: expect.stringContaining('PRIVATE KEY') },
    });
    expect(loadSettings({}).mail).toEqual({ smtpUrl: 'smtp://127.0.0.1:1025', from: expect.any(String) });
  });

  test('the mailbox of reports, as one address', () => {
    const secret = `whsec_${'A'.repeat(32)}`;
    const read = (BOUNCE_IMAP_URL: string) => loadSettings({ BOUNCE_IMAP_URL, BOUNCE_SECRET: secret }).mail;
    expect(read('imaps://bounces%40thads.vn:m%E1%BA%ADt@mail.vn/Th%C6%B0%20tr%E1%BA%A3')).toMatchObject({
      bounceMailbox: {
        ...{ host: 'mail.vn', port: 993, secure: true, user: 'bounces@thads.vn', password: 'mật' },
        mailbox: 'Thư trả',
      },
      bounceSecret: secret,
    });
    expect(read('imap://b:x@[::1]:1143').bounceMailbox).toMatchObject({
      ...{ host: '::1', port: 1143, secure: false, mailbox: 'INBOX' },
    });
  });

  test.each<[string, Record<string, string | undefined>]>([
    ['MAIL_DKIM_SELECTOR', { MAIL_DKIM_SELECTOR: undefined }],
    ['MAIL_DKIM_SELECTOR', { MAIL_DKIM_SELECTOR: 'two words' }],
    ['MAIL_DKIM_DOMAIN', { MAIL_DKIM_DOMAIN: 'gov' }],
    ['MAIL_DKIM_DOMAIN', { MAIL_DKIM_DOMAIN: 'yenbai.gov.vn' }],
    ['MAIL_DKIM_KEY_FILE', { MAIL_DKIM_KEY_FILE: join(dir, 'missing.pem') }],
    ['MAIL_DKIM_KEY_FILE', { MAIL_DKIM_KEY_FILE: dir }],
    ['MAIL_DKIM_KEY_FILE', { MAIL_DKIM_KEY_FILE: file('no.pem', 'not a key') }],
    ['MAIL_DKIM_KEY_FILE', { MAIL_DKIM_KEY_FILE: file('short.pem', pem(512)) }],
    ['MAIL_DKIM_KEY_FILE', { MAIL_DKIM_KEY_FILE: file('ed25519.pem', ed25519) }],
    ['MAIL_PER_MINUTE', { MAIL_PER_MINUTE: '0' }],
    ['MAIL_PER_MINUTE', { MAIL_PER_MINUTE: 'many' }],
    ['MAIL_RETURN_PATH', { MAIL_RETURN_PATH: 'Bounces <b@x.vn>' }],
    ['BOUNCE_IMAP_URL', { BOUNCE_IMAP_URL: 'pop3://u:p@mail.vn' }],
    ['BOUNCE_IMAP_URL', { BOUNCE_IMAP_URL: 'imaps://mail.vn/INBOX' }],
    ['BOUNCE_SECRET', { BOUNCE_SECRET: 'whsec_short' }],
  ])('%s is refused by name: %j', (name, over) => {
    const refused = (() => {
      try {
        return loadSettings(env(over));
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toBeInstanceOf(SettingsError);
    expect((refused as SettingsError).problems).toEqual([expect.stringMatching(new RegExp(`^${name}: .+ / .+`))]);
  });
});
