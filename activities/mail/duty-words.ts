import type { MailItem } from '../../alerts';
import { findDuty, type LawId, type LawInForce } from '../../law';

/** How a mail names a duty. One that a later edition of the pack no longer has is named by its id: its alert must go out all the same. */
export function dutyWords(
  inForce: LawInForce,
  dutyId: string,
  law: LawId,
): Pick<MailItem, 'dutyNameVi' | 'dutyNameEn' | 'source'> {
  const duty = findDuty(inForce, dutyId, law);
  return {
    dutyNameVi: duty?.nameVi ?? dutyId,
    dutyNameEn: duty?.nameEn ?? dutyId,
    source: duty?.source ?? { law: '', article: '' },
  };
}
