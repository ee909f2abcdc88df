import { toDay } from '../../law';
import { keyText, type MatterKey, type MatterRow, type RegisterEvent } from '../../registers/matter';
import { derivedId } from '../mail';
import type { Detail, NewEvent, NewMatter } from '../matters';
import type { Office } from './directory';

/** Id of a matter: from whose series, kind, year and number it is, so that every import means the same matter. */
export const matterIdOf = (key: MatterKey): string => derivedId('matter', keyText(key));

/** A row of a register as a new matter of the record. */
export function newMatter(row: MatterRow, office: Office, importId: string): NewMatter {
  const unit = office.units.get(row.unitCode)!;
  return {
    id: matterIdOf(row.key),
    number: row.key.number,
    reportingYear: row.key.year,
    unitId: unit.id,
    unitCode: unit.code,
    officerId: row.officerId,
    officerCode: row.officerId === null ? null : (office.officerCodes.get(row.officerId) ?? null),
    parentId: null,
    importId,
    detail: detailOf(row),
    parties: row.parties.map(({ side, name, address }) => ({ side, name, address: address ?? null })),
    events: row.events.map(newEvent),
    recordedBy: 'import',
  };
}

const newEvent = (event: RegisterEvent): NewEvent => ({
  type: event.type,
  occurredOn: toDay(event.occurredOn),
  ...(event.atMinute === undefined ? {} : { atMinute: event.atMinute }),
  attrs: event.attrs,
});

function detailOf({ key, facts }: MatterRow): Detail {
  const text = (name: string): string | null => (typeof facts[name] === 'string' ? (facts[name] as string) : null);
  switch (key.kind) {
    case 'enforcement_case':
      return {
        kind: key.kind,
        origin: facts.origin === 'ex_officio' ? 'ex_officio' : 'on_request',
        judgment_number: text('judgmentNumber'),
        judgment_date: text('judgmentDate'),
        court: text('court'),
        judgment_type: text('judgmentType'),
        amount: text('amount') ?? '0',
        credit: facts.credit === true,
        obligations: text('obligations'),
      };
    case 'complaint':
      return {
        kind: key.kind,
        level: facts.level === 2 ? 2 : 1,
        class: facts.class === 'b' || facts.class === 'c' || facts.class === 'd' ? facts.class : 'a',
      };
    case 'administrative_complaint':
      return { kind: key.kind, level: facts.level === 2 ? 2 : 1 };
    case 'denunciation':
      return { kind: key.kind };
    case 'petition':
      return { kind: key.kind };
    case 'procuracy_protest':
      return { kind: key.kind };
    case 'procuracy_recommendation':
      return { kind: key.kind };
    case 'procuracy_request':
      return { kind: key.kind };
    case 'reception':
      return { kind: key.kind };
    case 'administrative_judgment':
      return {
        kind: key.kind,
        judgment_number: text('judgmentNumber'),
        judgment_date: text('judgmentDate'),
        court: text('court'),
      };
    // No register names plans: they come from campaign plans and reporting periods.
    case 'plan':
      return { kind: key.kind, form: 'work_item' };
  }
}
