import type { Fields } from './fields';
import type { RegisterParty } from './matter';
import { tidy } from './text';

/** The people and organisations of a row: one per line or semicolon, `Tên; Địa chỉ` where the register puts both in a cell. */
export function partiesOf(fields: Fields): RegisterParty[] {
  return [
    ...side(fields, 'debtor', 'debtor'),
    ...side(fields, 'creditor', 'creditor'),
    ...side(fields, 'complainant', 'complainant'),
    ...side(fields, 'complainedOf', 'complained_of'),
    ...both(fields.text('parties')),
  ];
}

function side(
  fields: Fields,
  field: 'debtor' | 'creditor' | 'complainant' | 'complainedOf',
  as: RegisterParty['side'],
): RegisterParty[] {
  const names = lines(fields.text(field, 'name'));
  const addresses = lines(fields.text(field, 'address'));
  return names.map((name, at) => ({ side: as, name, ...(addresses[at] ? { address: addresses[at] } : {}) }));
}

/** A column for both: the debtor first, the creditor on the line below. */
function both(text: string): RegisterParty[] {
  return text
    .split('\n')
    .map(tidy)
    .filter(line => line !== '')
    .map((line, at) => {
      const [name = '', ...address] = line.split(';').map(tidy);
      return {
        side: at === 0 ? 'debtor' : 'creditor',
        name,
        ...(address.length > 0 ? { address: address.join('; ') } : {}),
      };
    });
}

const lines = (text: string): string[] =>
  text
    .split(/\n|;/)
    .map(tidy)
    .filter(line => line !== '');
