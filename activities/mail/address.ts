/** What is wrong with an address, for people. */
export interface AddressFault {
  readonly vi: string;
  readonly en: string;
}

const LONGEST = 254;
const LONGEST_LOCAL = 64;
const ATOM = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+$/;
const LABEL = /^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/**
 * Why this text cannot be the mail address of an officer, or null. Stricter than RFC 5321: one plain mailbox, as people in offices
 * have; no display name, no quoted part, no domain without a dot, nothing that a relay without SMTPUTF8 would refuse.
 */
export function addressFault(text: string): AddressFault | null {
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
  if (/[\s\p{Cc}]/u.test(text))
    return fault('có khoảng trắng hoặc ký tự điều khiển', 'it contains a space or a control character');
  if (/[<>,;]/.test(text)) return fault('chỉ ghi một địa chỉ, không kèm tên', 'write one address only, without a name');
  if (at < 1 || local.includes('@'))
    return fault('phải có đúng một dấu @ và phần trước nó', 'it needs exactly one @ with something before it');
  if (/[^\x20-\x7e]/.test(text)) {
    return fault(
      'chỉ dùng chữ không dấu; tên miền có dấu viết dạng xn--',
      'plain letters only; write an international domain in its xn-- form',
    );
  }
  if (text.length > LONGEST || local.length > LONGEST_LOCAL) return fault('quá dài', 'it is too long');
  if (!local.split('.').every(part => ATOM.test(part))) {
    return fault(
      'phần trước @ có ký tự lạ, dấu chấm thừa',
      'the part before the @ has a stray dot or an odd character',
    );
  }
  const labels = domain.split('.');
  if (labels.length < 2 || !labels.every(label => LABEL.test(label)) || /^\d+$/.test(labels.at(-1)!)) {
    return fault('tên miền sau @ không đúng', 'the domain after the @ is not one');
  }
  return null;
}

const fault = (vi: string, en: string): AddressFault => ({
  vi: `địa chỉ thư không dùng được: ${vi}; viết như ten@thads.gov.vn.`,
  en: `the mail address cannot be used: ${en}; write it like name@thads.gov.vn.`,
});
