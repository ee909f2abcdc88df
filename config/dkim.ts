import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** What a DKIM signature (RFC 6376) needs. */
export interface DkimSettings {
  readonly domain: string;
  readonly selector: string;
  /** PEM of an RSA key. */
  readonly privateKey: string;
}

const NAMES = ['MAIL_DKIM_DOMAIN', 'MAIL_DKIM_SELECTOR', 'MAIL_DKIM_KEY_FILE'] as const;
type Given = Readonly<Partial<Record<(typeof NAMES)[number], string | undefined>>>;

const DOMAIN = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])?$/i;
const SELECTOR = /^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/i;
/** RFC 8301: verifiers need not look at signatures by shorter keys. */
const SHORTEST_BITS = 1024;

/**
 * Signing settings, checked so that no mail goes out unsigned by mistake: null when none is given, problems by variable when something
 * is missing or wrong.
 * @param from sender whose domain must be the signing one or lie below it, or the signature vouches for nobody (DMARC)
 */
export function readDkim(given: Given, from: string): DkimSettings | { problems: string[] } | null {
  const missing = NAMES.filter(name => given[name] === undefined);
  if (missing.length === NAMES.length) return null;
  if (missing.length > 0) {
    return { problems: missing.map(name => `${name}: DKIM cần cả ba biến / DKIM needs all three variables`) };
  }
  const { MAIL_DKIM_DOMAIN: domain = '', MAIL_DKIM_SELECTOR: selector = '', MAIL_DKIM_KEY_FILE: file = '' } = given;
  const problems: string[] = [];
  if (!DOMAIN.test(domain)) {
    problems.push('MAIL_DKIM_DOMAIN: phải là tên miền / must be a domain');
  } else if (!below(from, domain)) {
    problems.push(
      'MAIL_DKIM_DOMAIN: phải là tên miền của MAIL_FROM hoặc cấp trên của nó / must be the domain of MAIL_FROM or one above it',
    );
  }
  if (!SELECTOR.test(selector)) problems.push('MAIL_DKIM_SELECTOR: tên không hợp lệ / is not a selector');
  const key = readKey(file);
  if (typeof key === 'string') problems.push(`MAIL_DKIM_KEY_FILE: ${key}`);
  else if (problems.length === 0) {
    const privateKey = key.export({ type: 'pkcs8', format: 'pem' }).toString();
    return { domain: domain.toLowerCase(), selector, privateKey };
  }
  return { problems };
}

function below(from: string, domain: string): boolean {
  const host = /@([^\s>]+)>?\s*$/.exec(from)?.[1]?.toLowerCase() ?? '';
  return host === domain.toLowerCase() || host.endsWith(`.${domain.toLowerCase()}`);
}

/** The key, or what is wrong with the file. */
function readKey(file: string): KeyObject | string {
  let pem: string;
  try {
    pem = readFileSync(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'read';
    return `không đọc được tệp (${code}) / the file cannot be read (${code})`;
  }
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch {
    return 'tệp không chứa khoá riêng PEM không mật khẩu / the file holds no PEM private key without a passphrase';
  }
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType !== 'rsa' || bits < SHORTEST_BITS) {
    return `cần khoá RSA từ ${SHORTEST_BITS} bit / an RSA key of at least ${SHORTEST_BITS} bits is needed`;
  }
  return key;
}
