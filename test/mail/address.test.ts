import { addressFault } from '../../activities/mail/address';
import { codesOf, enhancedStatus, faultOf } from '../../activities/mail/status-codes';

test.each([
  'chv.lan@thads.gov.vn',
  'LCA-001@thads.example',
  "o'brien+viec@a-b.c1.vn",
  `${'a'.repeat(64)}@thads.vn`,
  'x@xn--thihnhn-z5a8b.vn',
])('%s is an address', text => {
  expect(addressFault(text)).toBeNull();
});

test.each([
  ['', /@/],
  ['thads.gov.vn', /@/],
  ['@thads.gov.vn', /@/],
  ['a@b@thads.gov.vn', /@/],
  ['a b@thads.gov.vn', /space/],
  ['a@thads.gov.vn\r\nBcc: b@x.vn', /space or a control/],
  ['Lan <lan@thads.gov.vn>', /space/],
  ['<lan@thads.gov.vn>', /without a name/],
  ['a@x.vn,b@x.vn', /one address/],
  ['lan@thihànhán.vn', /xn--/],
  ['đức@thads.gov.vn', /plain letters/],
  ['.a@thads.gov.vn', /stray dot/],
  ['a..b@thads.gov.vn', /stray dot/],
  ['a(b)@thads.gov.vn', /odd character/],
  ['a@thads', /domain/],
  ['a@thads..vn', /domain/],
  ['a@-thads.vn', /domain/],
  ['a@10.0.0.1', /domain/],
  ['a@thads.vn.', /domain/],
  [`${'a'.repeat(65)}@thads.vn`, /too long/],
  [`a@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.${'e'.repeat(63)}.vn`, /too long/],
])('%j is none, and the error says why', (text, why) => {
  const fault = addressFault(text)!;
  expect(fault.en).toMatch(why);
  expect(fault.en).toContain('name@thads.gov.vn');
  expect(fault.vi).toContain('ten@thads.gov.vn');
});

test.each([
  ['550 5.1.1 <x@y.vn>: Recipient address rejected', '5.1.1', '550 5.1.1'],
  ['550-5.1.1 The email account does not exist', '5.1.1', '550 5.1.1'],
  ['554 5.4.310 DNS domain does not exist', '5.4.310', '554 5.4.310'],
  ['550 No such mailbox', null, '550'],
  // What looks like a status further back is an IP address.
  ['554 Service unavailable; Client host [5.1.1.7] blocked', null, '554'],
  ['ECONNECTION: connect failed', null, null],
])('%j has the status %s', (reply, status, codes) => {
  expect(enhancedStatus(reply)).toBe(status);
  expect(codesOf(reply)).toBe(codes);
});

test.each([
  // Mailbox gone, disabled, domain unknown: the address is at fault.
  ['5.1.1', 550, true, 'address_refused'],
  ['5.1.2', 550, false, 'address_refused'],
  ['5.1.10', 550, true, 'address_refused'],
  ['5.2.1', 550, true, 'address_refused'],
  ['5.4.1', 550, true, 'address_refused'],
  ['5.4.310', 550, true, 'address_refused'],
  [null, 550, true, 'address_refused'],
  [null, 553, true, 'address_refused'],
  // Mailbox full, message too large, policy, our own sender: it is not.
  ['5.2.2', 552, true, 'mail_refused'],
  ['5.2.3', 552, false, 'mail_refused'],
  ['5.7.1', 550, true, 'mail_refused'],
  ['5.1.7', 553, false, 'mail_refused'],
  ['5.1.8', 553, true, 'mail_refused'],
  ['5.6.0', 554, false, 'mail_refused'],
  [null, 552, true, 'mail_refused'],
  [null, 550, false, 'mail_refused'],
  [null, undefined, true, 'mail_refused'],
] as const)('status %s, reply %s, at the recipient %s: %s', (status, code, atRecipient, fault) => {
  expect(faultOf(status, code, atRecipient)).toBe(fault);
});
