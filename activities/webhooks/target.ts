/**
 * Where messages may be sent. A subscription names an address, and whoever may make one could otherwise have this server reach what only
 * it can reach: the machine itself, the agency's network, a cloud's metadata service.
 */

import { lookup as lookUpHost } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { WebhookSettings } from '../../config/settings';

/** What is allowed beyond https to public addresses. */
export type WebhookPolicy = WebhookSettings;

export const STRICT: WebhookPolicy = { loopback: false, networks: [] };

/** Why an address is not taken. */
export interface TargetFault {
  readonly vi: string;
  readonly en: string;
}

/** Addresses that are not the public internet (IANA special-purpose registries), as CIDR. */
const SPECIAL = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...[
    '192.0.2.0/24',
    '192.168.0.0/16',
    '198.18.0.0/15',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '224.0.0.0/4',
    '240.0.0.0/4',
  ],
  ...['::/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32', '2002::/16', 'fc00::/7'],
  ...['fe80::/10', 'fec0::/10', 'ff00::/8'],
];
const LOOPBACK = ['127.0.0.0/8', '::1/128'];

function blockListOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits = ''] = network.split('/');
    list.addSubnet(address, Number(bits), isIP(address) === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}

const special = blockListOf(SPECIAL);
const loopback = blockListOf(LOOPBACK);
const within = (list: BlockList, address: string): boolean =>
  list.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');

/** May a connection be opened to this IP address? An IPv4 address written as IPv6 is judged as what it is. */
export function addressAllowed(address: string, { loopback: own, networks }: WebhookPolicy): boolean {
  if (isIP(address) === 0) return false;
  if (within(loopback, address)) return own;
  if (!within(special, address)) return true;
  return within(blockListOf(networks), address);
}

const LONGEST = 2000;

/** What is wrong with the address of a subscription, or null. A host name is judged again by what it resolves to, at each connection. */
export function targetFault(text: string, policy: WebhookPolicy): TargetFault | null {
  if (text.length > LONGEST || !URL.canParse(text)) {
    return { vi: 'phải là địa chỉ https:// đầy đủ.', en: 'must be a whole https:// address.' };
  }
  const url = new URL(text);
  const host = hostOf(url);
  const own = host === 'localhost' || (isIP(host) !== 0 && within(loopback, host));
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && own && policy.loopback)) {
    return { vi: 'chỉ nhận https://.', en: 'only https:// is taken.' };
  }
  if (url.username !== '' || url.password !== '' || url.hash !== '') {
    return { vi: 'không được chứa mật khẩu hay phần #.', en: 'may hold neither a password nor a # part.' };
  }
  if ((own && !policy.loopback) || (isIP(host) !== 0 && !addressAllowed(host, policy))) {
    return {
      vi: 'không được trỏ vào máy này hoặc mạng nội bộ (xem WEBHOOK_NETWORKS).',
      en: 'may not lead to this machine or into the internal network (see WEBHOOK_NETWORKS).',
    };
  }
  return null;
}

/** Host of a URL as an address or name, without the brackets of IPv6. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').toLowerCase();

/** Name resolution that yields only allowed addresses: what was checked is what is connected to, so a name cannot change in between. */
export const guardedLookup =
  (policy: WebhookPolicy): LookupFunction =>
  (hostname, options, done) => {
    lookUpHost(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '');
      if (addresses.length === 0 || addresses.some(({ address }) => !addressAllowed(address, policy))) {
        return done(Object.assign(new Error('address not allowed'), { code: 'EFORBIDDEN' }), '');
      }
      if (options.all) return done(null, addresses);
      return done(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
