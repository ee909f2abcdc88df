import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { readLink, signLink, signLinks } from '../../activities/mail/links';
import { linkKeys, parseLinkKeys } from '../../config/link-keys';
import { loadSettings, SettingsError } from '../../config/settings';
import { LINK_KEYS } from '../support/link-keys';

const NOW = Date.parse('2026-08-12T07:30:00+07:00');
const ALERT = '0f7c2a52-6f0e-8a6e-9a45-3f3f5b0c7d11';
const OFFICER = '5b0c7d11-6f0e-4a6e-9a45-0f7c2a526f0e';
const LINK = { alertId: ALERT, officerId: OFFICER, until: '20260911' };
const token = signLink(LINK_KEYS, LINK);

test('what is signed is read back, whoever it is for', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (alertId, officerId) => {
      const link = { alertId, officerId, until: '20260911' };
      const signed = signLink(LINK_KEYS, link);
      expect(signed).toMatch(/^[A-Za-z0-9._-]{90,130}$/);
      expect(readLink(LINK_KEYS, signed, NOW)).toEqual(link);
    }),
  );
});

test('no letter of it can be changed', () => {
  const other = (letter: string) =>
    letter === 'A' ? 'B' : /\d/.test(letter) ? String((Number(letter) + 1) % 10) : 'A';
  for (let at = 0; at < token.length; at++) {
    const changed = token.slice(0, at) + other(token[at]!) + token.slice(at + 1);
    const read = readLink(LINK_KEYS, changed, NOW);
    // The last letter of base64url carries spare bits: two spellings of one signature are one link.
    if (typeof read !== 'string') expect([at, read]).toEqual([token.length - 1, LINK]);
    else expect(['forged', 'malformed']).toContain(read);
  }
  expect(readLink(LINK_KEYS, `${token}A`, NOW)).toBe('malformed');
  expect(readLink(LINK_KEYS, token.slice(0, -1), NOW)).toBe('malformed');
  expect(readLink(LINK_KEYS, '', NOW)).toBe('malformed');
});

test('an older key still verifies; one that was removed, or another installation’s, does not', () => {
  const old = signLink([LINK_KEYS[1]!], LINK);
  expect(readLink(LINK_KEYS, old, NOW)).toEqual(LINK);
  expect(readLink([LINK_KEYS[0]], old, NOW)).toBe('forged');
  expect(readLink([{ id: 't2', secret: Buffer.alloc(32, 9) }], token, NOW)).toBe('forged');
});

test('it works through the last minute of its last day in Vietnam, and no longer', () => {
  expect(readLink(LINK_KEYS, token, Date.parse('2026-09-11T23:59:59+07:00'))).toEqual(LINK);
  expect(readLink(LINK_KEYS, token, Date.parse('2026-09-12T00:00:00+07:00'))).toBe('expired');
});

test('the bare links of a mail are signed for its reader, and everything else is left alone', () => {
  const bare = `http://t.test/acknowledge/${ALERT}~20260911`;
  const text = `Đã nhận: ${bare}\n<a href="${bare}">x</a> /acknowledge/${ALERT} ${bare}0 /acknowledge/abc~20260911`;
  expect(readLink(LINK_KEYS, bare.split('/').at(-1)!, NOW)).toBe('unsigned');
  expect(signLinks(LINK_KEYS, text, OFFICER)).toBe(
    `Đã nhận: http://t.test/acknowledge/${token}\n<a href="http://t.test/acknowledge/${token}">x</a> ` +
      `/acknowledge/${ALERT} ${bare}0 /acknowledge/abc~20260911`,
  );
});

describe('keys', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'thoihan-keys-'));
  afterAll(() => rmSync(dataDir, { recursive: true }));
  const secret = Buffer.alloc(32, 5).toString('base64url');

  test('on a laptop they are made once, and nobody else can read them', () => {
    const made = linkKeys({ linkKeys: null, dataDir });
    expect(made).toHaveLength(1);
    expect(linkKeys({ linkKeys: null, dataDir })).toEqual(made);
    const file = join(dataDir, 'keys', 'links');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toMatch(/^k1:[\w-]{43}\n$/);
    writeFileSync(file, 'nothing');
    expect(() => linkKeys({ linkKeys: null, dataDir })).toThrow(/holds no link keys.*LINK_KEYS/);
  });

  test('settings name them, the first one signs', () => {
    const { linkKeys: given } = loadSettings({ LINK_KEYS: `k2:${secret},k1:${secret}` });
    expect(given?.map(key => key.id)).toEqual(['k2', 'k1']);
    expect(linkKeys({ linkKeys: given, dataDir: '/nonexistent' })).toBe(given);
    expect(loadSettings({}).linkKeys).toBeNull();
  });

  test.each([
    '',
    'k1',
    `k1:short`,
    `K 1:${secret}`,
    `k1:${secret},`,
    `k1:${secret},k1:${secret}`,
    `k1:${secret} k2:${secret}`,
  ])('%j is refused without being repeated', text => {
    expect(parseLinkKeys(text)).toBeNull();
    if (text === '') return;
    const refused = (() => {
      try {
        return loadSettings({ LINK_KEYS: text });
      } catch (error) {
        return error as SettingsError;
      }
    })();
    expect(refused).toBeInstanceOf(SettingsError);
    expect((refused as SettingsError).message).toContain('LINK_KEYS: ');
    expect((refused as SettingsError).message).not.toContain(secret);
  });
});
