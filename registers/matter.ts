import type { Facts, MatterKind } from '../law/model';

/** Something a register says happened to a matter. */
export interface RegisterEvent {
  readonly type: string;
  /** `YYYY-MM-DD`, +07:00. */
  readonly occurredOn: string;
  /** Minutes after midnight, +07:00. */
  readonly atMinute?: number;
  readonly attrs: Facts;
}

export interface RegisterParty {
  readonly side: 'creditor' | 'debtor' | 'related' | 'complainant' | 'complained_of';
  readonly name: string;
  readonly address?: string;
}

/** What makes a matter the same matter in every register: whose series, which kind, which year, which number. */
export interface MatterKey {
  readonly kind: MatterKind;
  /** Code of the unit in whose series it is numbered. */
  readonly series: string;
  readonly year: number;
  readonly number: string;
}

/** A matter as read from a register, every value normalised. */
export interface MatterRow {
  readonly sheet: string;
  readonly row: number;
  readonly key: MatterKey;
  readonly unitCode: string;
  /** Id of the officer, null where the register names none or one nobody knows. */
  readonly officerId: string | null;
  readonly openedOn: string;
  /** What the engine and the tables of the kind need: origin, amount (đồng, decimal string), judgmentNumber, level, class …. */
  readonly facts: Facts;
  readonly parties: readonly RegisterParty[];
  readonly events: readonly RegisterEvent[];
  /** Matter this one grew from. */
  readonly parent?: MatterKey;
}

/** An event for a matter that is not in the same file. */
export interface EventRow {
  readonly sheet: string;
  readonly row: number;
  readonly key: MatterKey;
  readonly event: RegisterEvent;
}

const KINDS: Readonly<Record<string, MatterKind>> = {
  'viec thi hanh an': 'enforcement_case',
  'thi hanh an': 'enforcement_case',
  'khieu nai': 'complaint',
  'don khieu nai': 'complaint',
  'khieu nai hanh chinh': 'administrative_complaint',
  'don khieu nai hanh chinh': 'administrative_complaint',
  'to cao': 'denunciation',
  'don to cao': 'denunciation',
  'kien nghi phan anh': 'petition',
  'don kien nghi phan anh': 'petition',
  'kien nghi': 'petition',
  'phan anh': 'petition',
  'khang nghi': 'procuracy_protest',
  'khang nghi cua vien kiem sat': 'procuracy_protest',
  'khang nghi vks': 'procuracy_protest',
  'kien nghi cua vien kiem sat': 'procuracy_recommendation',
  'kien nghi vks': 'procuracy_recommendation',
  'yeu cau cua vien kiem sat': 'procuracy_request',
  'yeu cau vks': 'procuracy_request',
  'tiep cong dan': 'reception',
  'thi hanh an hanh chinh': 'administrative_judgment',
  'theo doi thi hanh an hanh chinh': 'administrative_judgment',
};

/** Kind of matter by its folded Vietnamese name. */
export const kindNamed = (folded: string): MatterKind | undefined => KINDS[folded];

export const keyText = (key: MatterKey): string => `${key.series}|${key.kind}|${key.year}|${key.number}`;
