import type { Suffix } from './parse/number';
import { fold } from './text';

/** A unit a register can name, as the record knows it. */
export interface KnownUnit {
  readonly id: string;
  readonly code: string;
  readonly kind: 'province' | 'branch' | 'department';
  readonly parentCode: string | null;
  readonly name: string;
  readonly aliases: readonly string[];
  /** ISO dates of validity; `validTo` null while it exists. */
  readonly validFrom: string;
  readonly validTo: string | null;
}

export interface KnownOfficer {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly unitCode: string;
}

/** First day of the one-series-per-province numbering (reorganisation of 1 July 2025). */
const REORGANISED = '2025-07-01';

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\bthi hanh an dan su\b/g, 'thads'],
  [/\bthanh pho\b|\btp\b/g, 'tp'],
  [/\bkhu vuc\b|\bkv\b/g, 'kv'],
  [/\bkv (\d)/g, 'kv$1'],
];

/** The key under which names of units are compared: folded, with the usual abbreviations evened out. */
export function unitKey(text: string): string {
  return SHORT.reduce((key, [pattern, short]) => key.replace(pattern, short), fold(text))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Units and officers found by the spellings of registers. */
export class Directory {
  private readonly byKey = new Map<string, KnownUnit>();
  private readonly byCode = new Map<string, KnownUnit>();
  private readonly officersByName = new Map<string, KnownOfficer[]>();

  constructor(units: readonly KnownUnit[], officers: readonly KnownOfficer[]) {
    for (const unit of units) {
      this.byCode.set(unit.code, unit);
      for (const spelling of [unit.code, unit.name, ...unit.aliases]) {
        const key = unitKey(spelling);
        if (!this.byKey.has(key)) this.byKey.set(key, unit);
      }
    }
    for (const officer of officers) {
      for (const key of [fold(officer.name), officer.email.toLowerCase()]) {
        this.officersByName.set(key, [...(this.officersByName.get(key) ?? []), officer]);
      }
    }
  }

  unit(spelling: string): KnownUnit | undefined {
    return this.byKey.get(unitKey(spelling));
  }

  unitByCode(code: string): KnownUnit | undefined {
    return this.byCode.get(code);
  }

  /** The unit whose name stands somewhere inside a longer title; the longest name wins. */
  unitInTitle(title: string): KnownUnit | undefined {
    const key = ` ${unitKey(title)} `;
    let best: { length: number; unit: KnownUnit } | undefined;
    for (const [spelling, unit] of this.byKey) {
      if (spelling.length > 5 && spelling.length > (best?.length ?? 0) && key.includes(` ${spelling} `)) {
        best = { length: spelling.length, unit };
      }
    }
    return best?.unit;
  }

  /** The officer of that name or e-mail address, preferably in the unit; several namesakes elsewhere are no answer. */
  officer(spelling: string, unitCode: string): KnownOfficer | undefined {
    const named =
      this.officersByName.get(spelling.includes('@') ? spelling.trim().toLowerCase() : fold(spelling)) ?? [];
    return named.find(officer => officer.unitCode === unitCode) ?? (named.length === 1 ? named[0] : undefined);
  }

  /**
   * The unit in whose series a decision of that day is numbered: since 1 July 2025 the province for all its branches,
   * before that every agency for itself.
   */
  seriesOf(unit: KnownUnit, on: string): string {
    let at = unit;
    while (at.parentCode !== null && (on >= REORGANISED || at.kind === 'department')) {
      const parent = this.byCode.get(at.parentCode);
      if (!parent) break;
      at = parent;
    }
    return at.code;
  }
}

/** Ending of the numbers a unit gives its decisions on a day. */
export function suffixOf(unit: KnownUnit, on: string): Suffix {
  if (on >= REORGANISED) return 'QĐ-THADS';
  return unit.kind === 'branch' ? 'QĐ-CCTHADS' : 'QĐ-CTHADS';
}
